//! What a program can wait for: which answers mean that it has come, and the waiting.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::{Instant, Sleep, sleep};

use super::call::{Running, decode};
use super::prepare::Settings;
use super::random::fraction;
use super::wait_error::{Seen, WaitError, WaitErrorKind, Waited};
use super::{Call, Client, Error, Operation, Refused, ServiceError, TimeoutKind};

/// A state that a program can wait for by making a call again and again.
pub struct Waiter<O: Operation> {
    /// The name in the model.
    pub name: &'static str,
    /// The least wait between two calls, in seconds.
    pub min_delay: u32,
    /// The longest wait between two calls, in seconds.
    pub max_delay: u32,
    /// What answers mean: the first acceptor that matches says it.
    pub acceptors: &'static [Acceptor<O, O::Output>],
}

impl<O: Operation> Clone for Waiter<O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<O: Operation> Copy for Waiter<O> {}

impl<O: Operation> fmt::Debug for Waiter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter").field("name", &self.name).finish_non_exhaustive()
    }
}

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
    fn accepts<E: ServiceError>(
        &self,
        input: &I,
        answer: &Result<T, Error<E>>,
    ) -> Option<(WaiterState, Option<String>)> {
        let stated =
            |path: &str, expected: &dyn fmt::Display| Some(format!("`{path}` is `{expected}`"));
        let output = match (answer, &self.matcher) {
            (Ok(_), Matcher::Output(state)) => return Some((*state, None)),
            (Err(error), Matcher::Error(wanted, state)) => {
                let code = error.code()?;
                let matches = wanted.is_none_or(|wanted| wanted == code);
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

impl<O: Operation> Call<'_, O> {
    /// Makes the call again and again until the answer says that what the waiter stands for has come, or
    /// never will, or until `max_wait` is over. What the call sets (timeouts, retries, headers) applies
    /// each time.
    pub fn wait_until(self, waiter: Waiter<O>, max_wait: Duration) -> Wait<O> {
        Wait {
            min_delay: Duration::from_secs(waiter.min_delay.into()),
            max_delay: Duration::from_secs(waiter.max_delay.into()),
            client: self.client.clone(),
            input: self.input,
            settings: self.settings,
            waiter,
            max_wait,
        }
    }
}

/// Waiting that has not begun yet: set it up further, then `.await` it.
#[must_use = "waiting does nothing unless it is awaited"]
pub struct Wait<O: Operation> {
    client: Client,
    input: O,
    settings: Settings,
    waiter: Waiter<O>,
    max_wait: Duration,
    min_delay: Duration,
    max_delay: Duration,
}

impl<O: Operation> Wait<O> {
    /// The least wait between two calls, if not the model's.
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.min_delay = delay;
        self
    }

    /// The longest wait between two calls, if not the model's.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }
}

impl<O: Operation> IntoFuture for Wait<O> {
    type Output = Result<Waited<O::Output, O::Error>, WaitError<O::Output, O::Error>>;
    type IntoFuture = WaitFuture<O>;

    fn into_future(self) -> WaitFuture<O> {
        WaitFuture {
            wait: self,
            began: None,
            attempts: 0,
            last: None,
            final_attempt: false,
            state: State::Ready,
        }
    }
}

impl<O: Operation> fmt::Debug for Wait<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("waiter", &self.waiter.name)
            .field("max_wait", &self.max_wait)
            .finish_non_exhaustive()
    }
}

/// Waiting under way. It borrows nothing, so that it can be spawned.
#[must_use = "futures do nothing unless polled"]
pub struct WaitFuture<O: Operation> {
    wait: Wait<O>,
    began: Option<Instant>,
    attempts: u32,
    last: Option<Result<O::Output, Error<O::Error>>>,
    /// Whether there is no time for another attempt.
    final_attempt: bool,
    state: State,
}

enum State {
    /// The next call is yet to be made.
    Ready,
    Running(Running),
    Sleeping(Pin<Box<Sleep>>),
}

impl<O: Operation> Future for WaitFuture<O> {
    type Output = Result<Waited<O::Output, O::Error>, WaitError<O::Output, O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            match &mut self.state {
                State::Ready => self.ask(),
                State::Running(running) => {
                    let done = ready!(running.poll(context));
                    let answer = done.map_err(Error::from).and_then(decode::<O>);
                    let outcome = self.answered(answer.map(|answered| answered.output));
                    if let Some(outcome) = outcome {
                        return Poll::Ready(outcome);
                    }
                }
                State::Sleeping(sleep) => {
                    ready!(sleep.as_mut().poll(context));
                    self.state = State::Ready;
                }
            }
        }
    }
}

/// Nothing in it is ever pinned in place.
impl<O: Operation> Unpin for WaitFuture<O> {}

type Outcome<O> = Result<
    Waited<<O as Operation>::Output, <O as Operation>::Error>,
    WaitError<<O as Operation>::Output, <O as Operation>::Error>,
>;

impl<O: Operation> WaitFuture<O> {
    fn ask(&mut self) {
        let began = *self.began.get_or_insert_with(Instant::now);
        let remaining = self.wait.max_wait.saturating_sub(began.elapsed());
        let mut settings = self.wait.settings.clone();
        let limit = settings.timeouts.operation.map_or(remaining, |limit| limit.min(remaining));
        settings.timeouts.operation = Some(limit);
        self.attempts += 1;
        let input = &mut self.wait.input;
        let write = &mut |writer: &mut super::RequestWriter<'_>| input.write(writer);
        self.state = State::Running(self.wait.client.start(O::metadata(), settings, write));
    }

    /// What follows from an answer; `None` if the waiting goes on.
    fn answered(&mut self, answer: Result<O::Output, Error<O::Error>>) -> Option<Outcome<O>> {
        let elapsed = self.began.map_or(Duration::ZERO, |began| began.elapsed());
        let remaining = self.wait.max_wait.saturating_sub(elapsed);
        if let Err(Error::Timeout(failure)) = &answer
            && failure.kind == TimeoutKind::Operation
            && remaining.is_zero()
        {
            // That was our own limit; the answer before says more.
            let last = self.last.take().unwrap_or(answer);
            return Some(Err(self.error(WaitErrorKind::TimedOut, last, None, elapsed)));
        }
        let mut acceptors = self.wait.waiter.acceptors.iter();
        let accepted = acceptors.find_map(|acceptor| acceptor.accepts(&self.wait.input, &answer));
        let reason = match accepted {
            Some((WaiterState::Success, _)) => {
                return Some(Ok(Waited::new(self.attempts, elapsed, answer)));
            }
            Some((WaiterState::Failure, reason)) => {
                return Some(Err(self.error(WaitErrorKind::Failed, answer, reason, elapsed)));
            }
            Some((WaiterState::Retry, reason)) => reason,
            None if answer.is_err() => {
                return Some(Err(self.error(WaitErrorKind::Error, answer, None, elapsed)));
            }
            None => None,
        };
        let (min_delay, max_delay) = (self.wait.min_delay, self.wait.max_delay);
        let delay = delay(self.attempts, min_delay, max_delay, remaining, fraction());
        let Some((delay, final_attempt)) = delay.filter(|_| !self.final_attempt) else {
            return Some(Err(self.error(WaitErrorKind::TimedOut, answer, reason, elapsed)));
        };
        if Handle::try_current().is_err() {
            let refused = Refused::new("waiting needs a tokio runtime").of(O::metadata().name);
            let error = Err(Error::Refused(refused));
            return Some(Err(self.error(WaitErrorKind::Error, error, None, elapsed)));
        }
        self.final_attempt = final_attempt;
        self.last = Some(answer);
        self.state = State::Sleeping(Box::pin(sleep(delay)));
        None
    }

    fn error(
        &self,
        kind: WaitErrorKind,
        last: Result<O::Output, Error<O::Error>>,
        reason: Option<String>,
        waited: Duration,
    ) -> WaitError<O::Output, O::Error> {
        WaitError::new(Seen {
            kind,
            operation: O::metadata().name,
            waiter: self.wait.waiter.name,
            attempts: self.attempts,
            waited,
            max_wait: self.wait.max_wait,
            last,
            reason,
        })
    }
}

impl<O: Operation> fmt::Debug for WaitFuture<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitFuture").field("wait", &self.wait).finish_non_exhaustive()
    }
}

/// How long to wait after attempt number `attempt`, and whether the next one is the last: Smithy's
/// exponential backoff (<https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries>), of which
/// `fraction` says where between the least delay and the doubled one. `None` if no time is left for
/// another attempt.
fn delay(
    attempt: u32,
    min: Duration,
    max: Duration,
    remaining: Duration,
    fraction: f64,
) -> Option<(Duration, bool)> {
    let room = remaining.checked_sub(min).filter(|room| !room.is_zero())?;
    let doubled = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
    let longest = min.saturating_mul(doubled).min(max);
    let spread = longest.saturating_sub(min).mul_f64(fraction.clamp(0.0, 1.0));
    let delay = min.min(longest).saturating_add(spread);
    // The last attempt is made while there still is the least delay left.
    if delay >= room { Some((room, true)) } else { Some((delay, false)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_between_their_bounds_and_leave_time_for_a_last_attempt() {
        let check = |attempt, remaining: u64, fraction, expected: Option<(u64, bool)>| {
            let seconds = Duration::from_secs;
            let found = delay(attempt, seconds(2), seconds(10), seconds(remaining), fraction);
            let expected = expected.map(|(delay, last)| (seconds(delay), last));
            assert_eq!(found, expected, "attempt {attempt}, {remaining} s left, {fraction}");
        };
        for (attempt, longest) in [(1, 2), (2, 4), (3, 8), (4, 10), (5, 10), (40, 10), (99, 10)] {
            check(attempt, 1000, 1.0, Some((longest, false)));
            check(attempt, 1000, 0.0, Some((2, false)));
        }
        check(3, 1000, 0.5, Some((5, false)));
        check(3, 11, 1.0, Some((8, false)));
        check(3, 10, 1.0, Some((8, true)));
        check(3, 6, 1.0, Some((4, true)));
        check(3, 3, 1.0, Some((1, true)));
        check(3, 2, 1.0, None);
        check(3, 0, 1.0, None);
    }
}
