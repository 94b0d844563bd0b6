//! A server that runs for as long as it is needed.

use crate::{failure::Failure, table::seconds, watch};
use std::{
    net::SocketAddr,
    process::{Child, Command},
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

/// How long a server may take until it says where it listens.
const START_LIMIT: Duration = Duration::from_secs(30);

/// A running server; it is stopped when this is dropped.
pub(crate) struct Server {
    child: Child,
    address: String,
    lines: Receiver<String>,
    said: Vec<String>,
}

impl Server {
    /// Starts it, and waits until it says where it listens.
    pub(crate) fn start(name: &str, mut command: Command) -> Result<Self, Failure> {
        let (child, lines) = watch::spawn(&mut command)?;
        let mut server = Self { child, address: String::new(), lines, said: Vec::new() };
        let deadline = Instant::now() + START_LIMIT;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let problem = match server.lines.recv_timeout(left) {
                Ok(line) => {
                    let address = address(&line);
                    server.said.push(line);
                    if let Some(address) = address {
                        server.address = format!("http://{address}");
                        return Ok(server);
                    }
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {
                    format!("said nothing about where it listens for {}", seconds(START_LIMIT))
                }
                Err(RecvTimeoutError::Disconnected) => {
                    "ended before it said where it listens".to_owned()
                }
            };
            let said = server.stop().join("\n");
            return Err(
                Failure::new(format!("{name} {problem}")).with_help(format!("it said:\n{said}"))
            );
        }
    }

    /// `http://127.0.0.1:9000`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Stops it, and gives all that it said.
    pub(crate) fn stop(mut self) -> Vec<String> {
        watch::end(&mut self.child);
        let mut said = std::mem::take(&mut self.said);
        said.extend(self.lines.try_iter());
        said
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        watch::end(&mut self.child);
    }
}

/// The address in a line such as `listening on http://127.0.0.1:9000`.
fn address(line: &str) -> Option<SocketAddr> {
    line.split_whitespace().find_map(|word| {
        let word = word.strip_prefix("http://").unwrap_or(word);
        let word = word.trim_end_matches(['/', '.', ',']);
        word.parse().ok().filter(|address: &SocketAddr| address.port() != 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_what_servers_say() {
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(
                address(line).map(|address| address.to_string()).as_deref(),
                expected,
                "{line}"
            );
        };
        check("listening on http://127.0.0.1:9001", Some("127.0.0.1:9001"));
        check(" * Running on http://127.0.0.1:5999/", Some("127.0.0.1:5999"));
        check("at [::1]:80.", Some("[::1]:80"));
        check("will listen on 127.0.0.1:0", None);
        check("WARNING: This is a development server.", None);
    }

    #[cfg(unix)]
    #[test]
    fn a_server_is_started_and_stopped() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo starting; echo on http://127.0.0.1:1234 >&2; exec sleep 60"]);
        let server = Server::start("test", command).unwrap();
        assert_eq!(server.address(), "http://127.0.0.1:1234");
        let mut said = server.stop();
        said.sort();
        assert_eq!(said, ["on http://127.0.0.1:1234", "starting"]);

        let mut command = Command::new("sh");
        command.args(["-c", "echo no"]);
        let error = Server::start("test", command).err().unwrap().to_string();
        assert_eq!(error, "test ended before it said where it listens\n  = help: it said:\nno");
    }
}
