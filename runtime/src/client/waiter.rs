//! What a program can wait for: which answers mean that it has come, and the waiting.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep};

use super::acceptor::{Acceptor, WaiterState};
use super::call::{Running, decode};
use super::prepare::Settings;
use super::random::fraction;
use super::wait_error::{Seen, WaitError, WaitErrorKind, Waited};
use super::{Call, Client, Error, Operation, Refused, TimeoutKind};
use crate::timer;

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
        let Ok(sleep) = timer::sleep(delay) else {
            let refused = Refused::new("waiting needs a tokio runtime with a timer");
            let error = Err(Error::Refused(refused.of(O::metadata().name)));
            return Some(Err(self.error(WaitErrorKind::Error, error, None, elapsed)));
        };
        self.final_attempt = final_attempt;
        self.last = Some(answer);
        self.state = State::Sleeping(Box::pin(sleep));
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
