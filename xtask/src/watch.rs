//! Programs whose lines are read as they come, and whose time is bounded.

use crate::{cargo::shown, failure::Failure};
use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

/// A program that has ended.
pub(crate) struct Ended {
    /// What it printed, on both streams.
    pub(crate) lines: Vec<String>,
    /// How it ended; `None` if it was stopped because its time was over.
    pub(crate) status: Option<ExitStatus>,
}

/// Runs the program for at most `limit`, and gives each of its lines to `each` as it comes.
pub(crate) fn run(
    mut command: Command,
    limit: Duration,
    each: &mut dyn FnMut(&str),
) -> Result<Ended, Failure> {
    let (mut child, receiver) = spawn(&mut command)?;
    let deadline = Instant::now() + limit;
    let mut lines = Vec::new();
    let in_time = loop {
        let left = deadline.saturating_duration_since(Instant::now());
        match receiver.recv_timeout(left) {
            Ok(line) => {
                each(&line);
                lines.push(line);
            }
            Err(RecvTimeoutError::Timeout) => break false,
            Err(RecvTimeoutError::Disconnected) => break wait(&mut child, deadline),
        }
    };
    let status = if in_time { child.wait().ok() } else { None };
    end(&mut child);
    Ok(Ended { lines, status })
}

/// Starts the program; its lines come from the receiver until it has closed both streams.
pub(crate) fn spawn(command: &mut Command) -> Result<(Child, Receiver<String>), Failure> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("cannot run {}: {error}", shown(command))))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        read(stdout, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        read(stderr, sender);
    }
    Ok((child, receiver))
}

/// Stops the program, if it is still running.
pub(crate) fn end(child: &mut Child) {
    // It has ended already if these fail.
    let _ = child.kill();
    let _ = child.wait();
}

/// Whether the program, which has closed its streams, ends in time.
fn wait(child: &mut Child, deadline: Instant) -> bool {
    while Instant::now() < deadline {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}

fn read(stream: impl Read + Send + 'static, sender: Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while let Ok(1..) = reader.read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str, limit: Duration) -> Ended {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        run(command, limit, &mut |_| {}).unwrap()
    }

    #[test]
    fn lines_and_status() {
        let ended = sh("echo one; echo two; exit 3", Duration::from_secs(20));
        assert_eq!(ended.lines, ["one", "two"]);
        assert_eq!(ended.status.and_then(|status| status.code()), Some(3));
    }

    #[test]
    fn time_is_bounded() {
        let start = Instant::now();
        let ended = sh("echo one; exec sleep 60", Duration::from_millis(300));
        assert_eq!(ended.lines, ["one"]);
        assert!(ended.status.is_none());
        let ended = sh("exec >&- 2>&-; exec sleep 60", Duration::from_millis(300));
        assert!(ended.status.is_none());
        assert!(start.elapsed() < Duration::from_secs(30));
    }
}
