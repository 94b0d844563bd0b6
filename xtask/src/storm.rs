//! `cargo xtask storm`: malformed requests at full speed into `local-lambda`, and well-formed ones beside them.

mod attacks;
mod exchange;
mod memory;
mod witness;

use crate::{
    cargo, failure::Failure, output::Output, server::Server, table::grouped, workspace::Workspace,
};
use attacks::Tally;
use clap::Args;
use memory::Memory;
use std::{
    net::SocketAddr,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};
use witness::Testimony;

/// What `storm` takes.
#[derive(Args, Clone, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct StormArgs {
    /// How long it lasts
    #[arg(long, value_name = "N", default_value_t = SECONDS, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) seconds: u64,
}

impl Default for StormArgs {
    fn default() -> Self {
        Self { seconds: SECONDS }
    }
}

const SECONDS: u64 = 60;

const EXAMPLES: &str = "\
Sends what no client should to a local-lambda of its own, over loopback: half-open connections, slow headers,
truncated and oversized bodies, wrong types, deep nesting, invalid UTF-8, huge numbers, bad chunks, garbage behind
requests. Fails if the server panics, answers with a status of 500 or more, needs more and more memory, leaves a
well-formed request without its answer for more than five seconds, or a tenth of the malformed ones without answer
or end.";

/// Runs the command.
///
/// # Errors
///
/// The server did not stand it.
pub(crate) fn run(
    workspace: &Workspace,
    args: &StormArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut command = Command::new(cargo::build(workspace, "local-lambda")?);
    command.args(["--port", "0"]);
    let server = Server::start("local-lambda", command)?;
    let address = server.address().trim_start_matches("http://");
    let address: SocketAddr = address
        .parse()
        .map_err(|error| Failure::new(format!("cannot read the address {address}: {error}")))?;
    output.out(&format!("storm of {} s against {address}\n", args.seconds));
    witness::prepare(address)?;
    let mut storm = Storm { faults: Vec::new() };
    let (tally, testimony, memory) =
        storm.rage(&server, address, Duration::from_secs(args.seconds));
    output.out(&format!(
        "{} malformed requests, {} of them answered, {} neither answered nor closed; \
         {} connections held open or fed slowly\n",
        grouped(tally.sent),
        grouped(tally.answered),
        grouped(tally.ignored),
        grouped(tally.held)
    ));
    output.out(&format!(
        "{} well-formed requests answered: half within {:.1?}, 99 of 100 within {:.1?}, all within {:.1?}\n",
        grouped(testimony.answered()),
        testimony.within(50),
        testimony.within(99),
        testimony.within(100)
    ));
    output.out(&format!("{memory}\n"));
    storm.faults.extend(tally.fault());
    storm.faults.extend(tally.faults);
    storm.faults.extend(testimony.faults);
    storm.faults.extend(memory.fault());
    storm.faults.extend(
        server
            .stop()
            .into_iter()
            .filter(|line| line.contains("panic"))
            .map(|line| format!("it said: {line}")),
    );
    if storm.faults.is_empty() {
        return Ok(());
    }
    storm.faults.truncate(MOST_FAULTS);
    Err(Failure::new(format!("the server did not stand it:\n{}", storm.faults.join("\n"))))
}

/// So many faults are shown.
const MOST_FAULTS: usize = 20;

/// How many threads attack as fast as they can.
const ATTACKERS: u64 = 4;

struct Storm {
    faults: Vec<String>,
}

impl Storm {
    /// All of it, for so long.
    fn rage(
        &mut self,
        server: &Server,
        address: SocketAddr,
        length: Duration,
    ) -> (Tally, Testimony, Memory) {
        let over = AtomicBool::new(false);
        let over = &over;
        thread::scope(|scope| {
            let attackers: Vec<_> = (0..ATTACKERS)
                .map(|seed| scope.spawn(move || attacks::attack(address, seed, over)))
                .collect();
            let holder = scope.spawn(move || attacks::hold(address, over));
            let witness = scope.spawn(move || witness::watch(address, over));
            let mut memory = Memory::default();
            let start = Instant::now();
            while start.elapsed() < length {
                memory.measure(server.process());
                thread::sleep(length / memory::MEASUREMENTS);
            }
            over.store(true, Ordering::Relaxed);
            let mut tally = Tally::default();
            for attacker in attackers.into_iter().chain([holder]) {
                match attacker.join() {
                    Ok(part) => tally.add(part),
                    Err(_) => self.faults.push("an attacker panicked".to_owned()),
                }
            }
            let testimony = witness.join().unwrap_or_else(|_| {
                self.faults.push("the witness panicked".to_owned());
                Testimony::default()
            });
            (tally, testimony, memory)
        })
    }
}
