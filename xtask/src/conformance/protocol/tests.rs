//! Runs the tests of a generated crate, and reads what they print.

use super::super::Outcome;
use crate::{cargo, failure::Failure, workspace::Workspace};
use std::{collections::BTreeMap, path::Path, process::Stdio};

/// How each test went, by the name of its function.
pub(super) type Ran = BTreeMap<String, Outcome>;

/// Runs the protocol tests of `package`; what the compiler says if they do not compile.
///
/// # Errors
///
/// Cargo cannot be run.
pub(super) fn run(
    workspace: &Workspace,
    directory: &Path,
    package: &str,
) -> Result<Result<Ran, String>, Failure> {
    let args = ["test", "--package", package, "--test", "protocol", "--no-fail-fast"];
    let mut command = cargo::command(workspace, &args);
    command
        .args(["--", "--format", "pretty", "--color", "never"])
        .current_dir(directory)
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .env("CARGO_TERM_COLOR", "never")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null());
    let ran = command
        .output()
        .map_err(|error| Failure::new(format!("cannot run {}: {error}", cargo::shown(&command))))?;
    let text = String::from_utf8_lossy(&ran.stdout);
    let outcomes = read(&text);
    if outcomes.is_empty() {
        let errors = String::from_utf8_lossy(&ran.stderr);
        return Ok(Err(format!("the generated crate {package} has no tests to run\n{errors}")));
    }
    Ok(Ok(outcomes))
}

/// The tests of `text`, as the harness of Rust's own tests prints them.
fn read(text: &str) -> Ran {
    let mut details: BTreeMap<&str, String> = BTreeMap::new();
    let mut current: Option<&str> = None;
    for line in text.lines() {
        let heading = line.strip_prefix("---- ").and_then(|line| line.strip_suffix(" stdout ----"));
        if let Some(name) = heading {
            current = Some(name);
        } else if line == "failures:" {
            current = None;
        } else if let Some(name) = current {
            let is_noise = line.is_empty()
                || line.starts_with("thread '")
                || line.starts_with("note: run with");
            if !is_noise {
                let detail = details.entry(name).or_default();
                detail.push_str(&shortened(line));
                detail.push('\n');
            }
        }
    }
    let mut ran = Ran::new();
    for line in text.lines() {
        let Some((name, outcome)) =
            line.strip_prefix("test ").and_then(|line| line.split_once(" ... "))
        else {
            continue;
        };
        let function = name.rsplit("::").next().unwrap_or(name);
        let outcome = match outcome {
            "ok" => Outcome::Passed,
            other => Outcome::Failed(details.remove(name).unwrap_or_else(|| other.to_owned())),
        };
        // Modules are left out: of tests that differ in nothing else, one that fails counts.
        let known = ran.entry(function.to_owned()).or_insert(Outcome::Passed);
        if *known == Outcome::Passed {
            *known = outcome;
        }
    }
    ran
}

/// A line that can be read: some cases have bodies of kilobytes.
fn shortened(line: &str) -> String {
    const MOST: usize = 400;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or(line)),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod check {
    use super::{Outcome, read};

    #[test]
    fn outcomes_are_read() {
        let text = "\nrunning 2 tests\ntest a::b ... ok\ntest a::c ... FAILED\n\nfailures:\n\n\
                    ---- a::c stdout ----\n\nthread 'a::c' (1) panicked at x.rs:1:2:\nthe status\n left: 1\n\
                    \n\nfailures:\n    a::c\n\ntest result: FAILED. 1 passed; 1 failed\n";
        let ran = read(text);
        assert_eq!(ran.len(), 2);
        assert_eq!(ran["b"], Outcome::Passed);
        assert_eq!(ran["c"], Outcome::Failed("the status\n left: 1\n".to_owned()));
    }

    #[test]
    fn a_failure_does_not_vanish_behind_a_pass() {
        for text in
            ["test a::x ... FAILED\ntest b::x ... ok\n", "test a::x ... ok\ntest b::x ... FAILED\n"]
        {
            assert_eq!(read(text)["x"], Outcome::Failed("FAILED".to_owned()), "{text}");
        }
    }
}
