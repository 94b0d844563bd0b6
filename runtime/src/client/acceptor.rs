//! Which answers mean what for who waits.

use std::fmt;

use super::{Error, ServiceError};

/// What an answer means for who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaiterState {
    /// What is waited for has come.
    Success,
    /// It will never come.
    Failure,
    /// Not yet.
    Retry,
}

/// The string at a path of the output, with the input beside it.
type Text<I, T> = for<'a> fn(&'a I, &'a T) -> Option<&'a str>;
type Flag<I, T> = for<'a> fn(&'a I, &'a T) -> Option<bool>;
type Texts<I, T> = for<'a> fn(&'a I, &'a T) -> Option<Vec<Option<&'a str>>>;

/// Which answers match, and what they mean, for an operation with the input `I` and the output `T`.
pub struct Acceptor<I: 'static, T: 'static> {
    matcher: Matcher<I, T>,
    message: Option<Texts<I, T>>,
}

enum Matcher<I: 'static, T: 'static> {
    Output(WaiterState),
    Error(Option<&'static str>, WaiterState),
    Text(&'static str, Text<I, T>, &'static [(&'static str, WaiterState)]),
    Flag(&'static str, Flag<I, T>, &'static [(bool, WaiterState)]),
    All(&'static str, Texts<I, T>, &'static [(&'static str, WaiterState)]),
    Any(&'static str, Texts<I, T>, &'static [(&'static str, WaiterState)]),
}

impl<I, T> Acceptor<I, T> {
    const fn new(matcher: Matcher<I, T>) -> Self {
        Self { matcher, message: None }
    }

    /// Matches every output.
    #[must_use]
    pub const fn output(state: WaiterState) -> Self {
        Self::new(Matcher::Output(state))
    }

    /// Matches the service's error of this code.
    #[must_use]
    pub const fn error(code: &'static str, state: WaiterState) -> Self {
        Self::new(Matcher::Error(Some(code), state))
    }

    /// Matches every error that the service answers with.
    #[must_use]
    pub const fn any_error(state: WaiterState) -> Self {
        Self::new(Matcher::Error(None, state))
    }

    /// Matches an output that has one of these strings at `path`.
    #[must_use]
    pub const fn string(
        path: &'static str,
        value: Text<I, T>,
        states: &'static [(&'static str, WaiterState)],
    ) -> Self {
        Self::new(Matcher::Text(path, value, states))
    }

    /// Matches an output that has one of these truth values at `path`.
    #[must_use]
    pub const fn boolean(
        path: &'static str,
        value: Flag<I, T>,
        states: &'static [(bool, WaiterState)],
    ) -> Self {
        Self::new(Matcher::Flag(path, value, states))
    }

    /// Matches an output that has a list at `path` which is not empty and holds nothing but one of these
    /// strings.
    #[must_use]
    pub const fn all_strings(
        path: &'static str,
        value: Texts<I, T>,
        states: &'static [(&'static str, WaiterState)],
    ) -> Self {
        Self::new(Matcher::All(path, value, states))
    }

    /// Matches an output that has a list at `path` which holds one of these strings.
    #[must_use]
    pub const fn any_string(
        path: &'static str,
        value: Texts<I, T>,
        states: &'static [(&'static str, WaiterState)],
    ) -> Self {
        Self::new(Matcher::Any(path, value, states))
    }

    /// Where the output says what happened, for the error that says so.
    #[must_use]
    pub const fn message(mut self, message: Texts<I, T>) -> Self {
        self.message = Some(message);
        self
    }

    /// What the answer means, and by what.
    pub(super) fn accepts<E: ServiceError>(
        &self,
        input: &I,
        answer: &Result<T, Error<E>>,
    ) -> Option<(WaiterState, Option<String>)> {
        let stated =
            |path: &str, expected: &dyn fmt::Display| Some(format!("`{path}` is `{expected}`"));
        let output = match (answer, &self.matcher) {
            (Ok(_), Matcher::Output(state)) => return Some((*state, None)),
            (Err(error), Matcher::Error(wanted, state)) => {
                let matches = match wanted {
                    Some(wanted) => error.code() == Some(*wanted),
                    // Not every error of a service has a code: an answer to HEAD has no body.
                    None => matches!(error, Error::Service(_) | Error::Unmodelled(_)),
                };
                return matches.then_some((*state, None));
            }
            (Ok(_), Matcher::Error(..)) | (Err(_), _) => return None,
            (Ok(output), _) => output,
        };
        let (state, mut reason) = match &self.matcher {
            Matcher::Output(_) | Matcher::Error(..) => return None,
            Matcher::Text(path, value, states) => {
                let found = value(input, output)?;
                let (expected, state) = states.iter().find(|(expected, _)| *expected == found)?;
                (*state, stated(path, expected))
            }
            Matcher::Flag(path, value, states) => {
                let found = value(input, output)?;
                let (expected, state) = states.iter().find(|(expected, _)| *expected == found)?;
                (*state, stated(path, expected))
            }
            Matcher::All(path, value, states) => {
                let found = value(input, output)?;
                let is = |expected: &str| found.iter().all(|item| *item == Some(expected));
                let mut states = states.iter().filter(|_| !found.is_empty());
                let (expected, state) = states.find(|(expected, _)| is(expected))?;
                (*state, Some(format!("all of `{path}` is `{expected}`")))
            }
            Matcher::Any(path, value, states) => {
                let found = value(input, output)?;
                let (expected, state) =
                    states.iter().find(|(expected, _)| found.contains(&Some(expected)))?;
                (*state, Some(format!("one of `{path}` is `{expected}`")))
            }
        };
        let said = self.message.and_then(|message| message(input, output)).unwrap_or_default();
        if let Some(reason) = &mut reason {
            for said in said.into_iter().flatten() {
                reason.push_str(": ");
                reason.push_str(said);
            }
        }
        Some((state, reason))
    }
}
