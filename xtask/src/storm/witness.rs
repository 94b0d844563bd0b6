//! Well-formed requests, whose answers are held against what they must be.

use super::exchange::{Answer, PATIENCE, connect, exchange, request};
use crate::failure::Failure;
use std::{
    io,
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Testimony {
    times: Vec<Duration>,
    pub(super) faults: Vec<String>,
}

impl Testimony {
    pub(super) fn answered(&self) -> usize {
        self.times.len()
    }

    /// The time within which so many of a hundred were answered.
    pub(super) fn within(&self, percent: usize) -> Duration {
        let index = (self.times.len() * percent / 100).min(self.times.len().saturating_sub(1));
        self.times.get(index).copied().unwrap_or_default()
    }
}

/// An archive with one file in it, in base64.
const ARCHIVE: &str = "UEsDBBQAAAAAAAAAIQAAz/SFBAAAAAQAAAAEAAAAYS5weXg9MQpQSwECFAMUAAAAAAAAACEAAM/0hQQAAAAEAAAABAAAAAAAAAAAAAAAgAEAAAAAYS5weVBLBQYAAAAAAQABADIAAAAmAAAAAAA=";

const FUNCTION: &str = "/2015-03-31/functions/calm";

/// Makes the function that is asked for later.
pub(super) fn prepare(address: SocketAddr) -> Result<(), Failure> {
    let body = format!(
        r#"{{"FunctionName":"calm","Role":"arn:aws:iam::123456789012:role/r","Runtime":"python3.12",
            "Handler":"a.b","Publish":true,"Code":{{"ZipFile":"{ARCHIVE}"}}}}"#
    );
    let make = request("POST", "/2015-03-31/functions", &body);
    let answer = connect(address).and_then(|mut stream| exchange(&mut stream, &make));
    match answer {
        Ok(Answer { status: 201, .. }) => Ok(()),
        other => Err(Failure::new(format!("before the storm, a function is not made: {other:?}"))),
    }
}

/// Asks again and again, on one connection and on new ones, until it is over.
pub(super) fn watch(address: SocketAddr, over: &AtomicBool) -> Testimony {
    let publish = request("POST", &format!("{FUNCTION}/versions"), "{}");
    let cases = [
        (request("GET", FUNCTION, ""), 200, r#""FunctionName":"calm""#),
        (publish, 201, r#""Version":"1""#),
        (request("GET", &format!("{FUNCTION}/versions?MaxItems=5"), ""), 200, r#""Versions""#),
        (request("GET", "/2015-03-31/functions/absent", ""), 404, "absent"),
    ];
    let mut testimony = Testimony::default();
    let mut kept: Option<TcpStream> = None;
    for (round, (request, status, part)) in cases.iter().cycle().enumerate() {
        if over.load(Ordering::Relaxed) {
            break;
        }
        if round % 7 == 0 {
            kept = None;
        }
        let started = Instant::now();
        let outcome = ask(address, &mut kept, request);
        let time = started.elapsed();
        match outcome {
            Ok(answer) if answer.status != *status || !answer.body.contains(part) => {
                testimony.faults.push(format!("a well-formed request is answered {answer:?}"));
            }
            Ok(_) if time > PATIENCE => {
                testimony.faults.push(format!("a well-formed request took {time:.1?}"));
            }
            Ok(_) => testimony.times.push(time),
            Err(error) => {
                kept = None;
                testimony.faults.push(format!("a well-formed request failed: {error}"));
            }
        }
        thread::sleep(Duration::from_millis(2));
    }
    testimony.times.sort_unstable();
    testimony
}

fn ask(address: SocketAddr, kept: &mut Option<TcpStream>, request: &str) -> io::Result<Answer> {
    let mut stream = match kept.take() {
        Some(stream) => stream,
        None => connect(address)?,
    };
    let answer = exchange(&mut stream, request)?;
    *kept = Some(stream);
    Ok(answer)
}
