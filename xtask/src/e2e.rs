//! `cargo xtask e2e`: whole programs against each other, over real sockets.

mod python;
mod steps;

use crate::{
    apis::suggest, cargo, failure::Failure, output::Output, server::Server, table::seconds, watch,
    workspace::Workspace,
};
use clap::Args;
use python::Python;
use std::{path::Path, process::Command, time::Instant};
use steps::{Driver, STEPS, Serving, Step};

/// What `e2e` takes.
#[derive(Args, Clone, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct E2eArgs {
    /// Only this step; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) only: Vec<String>,

    /// List the steps, and run none
    #[arg(long)]
    pub(crate) list: bool,

    /// Words for the step's own program: which cases to run
    #[arg(last = true, value_name = "WORD")]
    pub(crate) words: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask e2e                           every step
  cargo xtask e2e --list                    what there is
  cargo xtask e2e --only scenarios          one step
  cargo xtask e2e --only scenarios -- layer  only its cases with `layer` in their names

Needs Python 3.11 or later with its venv module; what it needs besides is installed, in pinned versions,
into a virtual environment below the target directory. PYTHON names another interpreter.";

/// How many cases went how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

/// Runs the command.
///
/// # Errors
///
/// A step fails, or cannot be run.
pub(crate) fn run(
    workspace: &Workspace,
    args: &E2eArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    for name in &args.only {
        if !names.contains(&name.as_str()) {
            let message = format!("there is no step `{name}`");
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    let is_chosen =
        |step: &&Step| args.only.is_empty() || args.only.iter().any(|name| name == step.name);
    let steps: Vec<&Step> = STEPS.iter().filter(is_chosen).collect();
    if args.list {
        for step in steps {
            output.out(&format!("{:<12}  {}\n", step.name, step.about));
        }
        return Ok(());
    }
    let mut total = Counts::default();
    let mut broken = Vec::new();
    let mut python = None;
    for step in steps {
        output.out(&format!("--- {}: {}\n", step.name, step.about));
        if step.needs_corpus && !workspace.corpus().is_dir() {
            output.out(&format!("skipped: corpus not found at {}\n", workspace.corpus().display()));
            total.skipped += 1;
            continue;
        }
        let start = Instant::now();
        let outcome = match Python::ready(workspace, &mut python, output) {
            Ok(python) => run_step(workspace, step, python, &args.words, output),
            Err(failure) => Err(failure),
        };
        match outcome {
            Ok(counts) => {
                output.out(&format!("--- {}: {}\n", step.name, seconds(start.elapsed())));
                total.passed += counts.passed;
                total.failed += counts.failed;
                total.skipped += counts.skipped;
                if counts.failed > 0 {
                    broken.push(step.name);
                }
            }
            Err(failure) => {
                output.failure(&failure);
                total.failed += 1;
                broken.push(step.name);
            }
        }
    }
    let Counts { passed, failed, skipped } = total;
    output.out(&format!("e2e: {passed} passed, {failed} failed, {skipped} skipped\n"));
    if broken.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", broken.join(", "))))
}

/// Starts the step's server, runs its program against it, and stops the server.
fn run_step(
    workspace: &Workspace,
    step: &Step,
    python: &Python,
    words: &[String],
    output: &mut Output<'_>,
) -> Result<Counts, Failure> {
    let server = match step.server {
        Serving::Program(package) => {
            let mut command = Command::new(cargo::build(workspace, package)?);
            command.args(["--port", "0"]);
            Server::start(package, command)?
        }
        Serving::Moto => {
            let mut command = python.command();
            command.args(["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]);
            Server::start("moto_server", command)?
        }
    };
    let mut command = match step.driver {
        Driver::Script(script) => {
            let mut command = python.command();
            command.arg(workspace.root().join("xtask").join("e2e").join(script));
            command
        }
        Driver::Program(package) => Command::new(cargo::build(workspace, package)?),
    };
    environment(&mut command, server.address(), &workspace.corpus());
    command.args(words).current_dir(workspace.root());
    let ended = watch::run(command, step.limit, &mut |line| {
        output.out(line);
        output.out("\n");
    })?;
    let said = server.stop();
    let counts = count(&ended.lines);
    let failure = match ended.status {
        None => format!("it did not end in {}", seconds(step.limit)),
        Some(status) if !status.success() && counts.failed == 0 => {
            format!("it ended with {status}")
        }
        Some(_) if counts == Counts::default() => "it ran no case".to_owned(),
        Some(_) => return Ok(counts),
    };
    let last: Vec<&str> = said.iter().rev().take(SHOWN).rev().map(String::as_str).collect();
    let help = format!("the server's last words:\n{}", last.join("\n"));
    Err(Failure::new(format!("{}: {failure}", step.name)).with_help(help))
}

/// So many lines of a server's output are shown when a step fails.
const SHOWN: usize = 20;

/// What every program is told. No setting of the user's reaches it, and nothing leaves the machine.
fn environment(command: &mut Command, address: &str, corpus: &Path) {
    let null = if cfg!(windows) { "NUL" } else { "/dev/null" };
    command
        .env("ADDRESS", address)
        .env("CORPUS", corpus)
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_DEFAULT_REGION", "us-east-1")
        .env("AWS_REGION", "us-east-1")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("AWS_CONFIG_FILE", null)
        .env("AWS_SHARED_CREDENTIALS_FILE", null)
        .env("AWS_PAGER", "")
        .env("NO_PROXY", "*")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env_remove("AWS_PROFILE")
        .env_remove("AWS_SESSION_TOKEN")
        .env_remove("AWS_ENDPOINT_URL");
}

/// The counts of the last line that says `N passed, N failed`, with or without `, N skipped`.
fn count(lines: &[String]) -> Counts {
    lines.iter().rev().find_map(|line| counts(line)).unwrap_or_default()
}

fn counts(line: &str) -> Option<Counts> {
    let mut counts = Counts::default();
    let mut named = 0;
    for part in line.split(", ") {
        let (count, outcome) = part.trim().split_once(' ')?;
        let count: usize = count.parse().ok()?;
        match outcome {
            "passed" => counts.passed = count,
            "failed" => counts.failed = count,
            "skipped" => counts.skipped = count,
            _ => return None,
        }
        named += 1;
    }
    (named >= 2).then_some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_the_closing_line() {
        let lines = ["passed  a", "2 passed, 1 failed, 3 skipped", "bye"].map(str::to_owned);
        assert_eq!(count(&lines), Counts { passed: 2, failed: 1, skipped: 3 });
        assert_eq!(counts("1 passed, 0 failed"), Some(Counts { passed: 1, failed: 0, skipped: 0 }));
        for line in ["", "passed", "1 passed", "a passed, b failed", "1 passed, 2 broken"] {
            assert_eq!(counts(line), None, "{line}");
        }
    }

    #[test]
    fn steps_have_names_of_their_own_and_programs_that_exist() {
        let mut names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
        let workspace = Workspace::here();
        for step in STEPS {
            if let Driver::Script(script) = step.driver {
                let path = workspace.root().join("xtask").join("e2e").join(script);
                assert!(path.is_file(), "{}", path.display());
            }
        }
    }
}
