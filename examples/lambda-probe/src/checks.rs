//! Counts what holds and what does not.

use std::fmt::{Debug, Display};
use std::process::ExitCode;

use lambda_client::Error;
use lambda_client::farrier_runtime::client::ServiceError;

/// What holds, what does not, and what could not be checked.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Checks {
    /// Records whether a value is what it should be.
    pub(crate) fn equal<T: PartialEq<U> + Debug, U: Debug>(
        &mut self,
        what: &str,
        found: T,
        expected: U,
    ) {
        self.that(what, found == expected, || format!("expected {expected:?}, found {found:?}"));
    }

    /// Records whether something holds.
    pub(crate) fn that(&mut self, what: &str, holds: bool, found: impl FnOnce() -> String) {
        if holds {
            self.passed += 1;
        } else {
            self.failed += 1;
            println!("failed  {what}: {}", found());
        }
    }

    /// Records that a call succeeded, and gives its output; nothing if it did not.
    pub(crate) fn output<T, E: Display>(
        &mut self,
        what: &str,
        answer: Result<T, Error<E>>,
    ) -> Option<T> {
        match answer {
            Ok(output) => {
                self.passed += 1;
                Some(output)
            }
            Err(error) => {
                self.that(what, false, || error.to_string());
                None
            }
        }
    }

    /// Records whether a call failed with the error of this name, which the model knows.
    pub(crate) fn error<T: Debug, E: ServiceError + Debug>(
        &mut self,
        what: &str,
        answer: Result<T, Error<E>>,
        expected: &str,
    ) {
        let is_expected =
            matches!(&answer, Err(Error::Service(failure)) if failure.error().code() == expected);
        self.that(what, is_expected, || format!("expected {expected}, found {answer:?}"));
    }

    /// Records that something cannot be checked.
    pub(crate) fn skip(&mut self, what: &str, why: &str) {
        self.skipped += 1;
        println!("skipped {what}: {why}");
    }

    /// Says how it went.
    pub(crate) fn close(&self) -> ExitCode {
        println!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
