//! How waiting ends: with the last answer, well or not.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::Error;
use super::error::OneLine;

/// What was waited for has come.
#[derive(Debug)]
pub struct Waited<T, E> {
    attempts: u32,
    waited: Duration,
    last: Box<Result<T, Error<E>>>,
}

impl<T, E> Waited<T, E> {
    pub(super) fn new(attempts: u32, waited: Duration, last: Result<T, Error<E>>) -> Self {
        Self { attempts, waited, last: Box::new(last) }
    }

    /// The last answer: an error if that is what was waited for.
    pub fn last(&self) -> &Result<T, Error<E>> {
        &self.last
    }

    /// The last answer, taken out.
    ///
    /// # Errors
    ///
    /// That answer, where it is an error.
    pub fn into_last(self) -> Result<T, Error<E>> {
        *self.last
    }

    /// The last answer's output, unless an error was waited for.
    #[must_use]
    pub fn into_output(self) -> Option<T> {
        self.last.ok()
    }

    /// How often the call was made.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How long it took.
    #[must_use]
    pub const fn waited(&self) -> Duration {
        self.waited
    }
}

/// What was waited for has not come. `Display` says in one line why, and what the last answer was.
pub struct WaitError<T, E> {
    seen: Box<Seen<T, E>>,
}

/// Why waiting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitErrorKind {
    /// An answer said that it will never come.
    Failed,
    /// Time was over.
    TimedOut,
    /// A call failed with an error that the waiter says nothing about.
    Error,
}

pub(super) struct Seen<T, E> {
    pub(super) kind: WaitErrorKind,
    pub(super) operation: &'static str,
    pub(super) waiter: &'static str,
    pub(super) attempts: u32,
    pub(super) waited: Duration,
    pub(super) max_wait: Duration,
    pub(super) last: Result<T, Error<E>>,
    /// By what the last answer was told from others.
    pub(super) reason: Option<String>,
}

impl<T, E> WaitError<T, E> {
    pub(super) fn new(seen: Seen<T, E>) -> Self {
        Self { seen: Box::new(seen) }
    }

    /// Why waiting ended.
    #[must_use]
    pub const fn kind(&self) -> WaitErrorKind {
        self.seen.kind
    }

    /// The waiter's name in the model.
    #[must_use]
    pub const fn waiter(&self) -> &'static str {
        self.seen.waiter
    }

    /// The last answer.
    pub const fn last(&self) -> &Result<T, Error<E>> {
        &self.seen.last
    }

    /// The last answer, taken out.
    ///
    /// # Errors
    ///
    /// That answer, where it is an error.
    pub fn into_last(self) -> Result<T, Error<E>> {
        self.seen.last
    }

    /// How often the call was made.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.seen.attempts
    }

    /// How long it took.
    #[must_use]
    pub const fn waited(&self) -> Duration {
        self.seen.waited
    }
}

impl<T, E: fmt::Display> fmt::Display for WaitError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Seen { operation, waiter, attempts, waited, max_wait, last, reason, .. } = &*self.seen;
        let calls = if *attempts == 1 { "call" } else { "calls" };
        match self.seen.kind {
            WaitErrorKind::Failed => write!(f, "{operation}: waiting for {waiter} failed")?,
            WaitErrorKind::TimedOut => {
                write!(f, "{operation}: waited for {waiter} in vain for {max_wait:?}")?;
            }
            WaitErrorKind::Error => {
                write!(f, "{operation}: waiting for {waiter} met another error")?;
            }
        }
        match (last, reason) {
            (Err(error), _) => write!(f, ": {error}")?,
            (Ok(_), Some(reason)) => write!(f, ": {}", OneLine(reason))?,
            (Ok(_), None) => {}
        }
        // Below a millisecond nothing is worth telling.
        let waited = Duration::from_millis(u64::try_from(waited.as_millis()).unwrap_or(u64::MAX));
        write!(f, " ({attempts} {calls} in {waited:?})")
    }
}

impl<T, E: fmt::Debug> fmt::Debug for WaitError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An output may be long, and may hold what must not be shown.
        f.debug_struct("WaitError")
            .field("kind", &self.seen.kind)
            .field("waiter", &self.seen.waiter)
            .field("attempts", &self.seen.attempts)
            .field("error", &self.seen.last.as_ref().err())
            .field("reason", &self.seen.reason)
            .finish_non_exhaustive()
    }
}

impl<T, E: StdError + 'static> StdError for WaitError<T, E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.seen.last {
            Ok(_) => None,
            Err(error) => error.source(),
        }
    }
}
