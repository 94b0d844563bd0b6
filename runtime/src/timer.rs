//! tokio's timer, where there is one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::{Instant, Sleep};

/// Why nothing can be waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTimer {
    /// There is no tokio runtime: then there are no limits of time.
    NoRuntime,
    /// There is one, without a timer.
    Disabled,
}

/// A timer that goes off at `deadline`.
pub(crate) fn sleep_until(deadline: Instant) -> Result<Sleep, NoTimer> {
    guarded(|| tokio::time::sleep_until(deadline))
}

/// A timer that goes off after `wait`, which may be as long as can be said.
pub(crate) fn sleep(wait: Duration) -> Result<Sleep, NoTimer> {
    guarded(|| tokio::time::sleep(wait))
}

fn guarded(start: impl FnOnce() -> Sleep) -> Result<Sleep, NoTimer> {
    if Handle::try_current().is_err() {
        return Err(NoTimer::NoRuntime);
    }
    // tokio panics where its timer is not enabled, and cannot be asked beforehand.
    catch_unwind(AssertUnwindSafe(start)).map_err(|_| NoTimer::Disabled)
}
