//! Waiting for something, but not for ever.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Instant;

/// The time was up first.
#[derive(Debug)]
pub(crate) struct Elapsed;

/// What `future` gives, if it does so before `deadline`.
///
/// Time is measured with tokio (feature `serve`). Without it, outside a tokio runtime, or where that has no timer, there
/// is no limit. A future that is ready at once never starts a timer.
pub(crate) async fn before<F: Future>(
    deadline: Option<Instant>,
    future: F,
) -> Result<F::Output, Elapsed> {
    let mut future = pin!(future);
    let mut timer = Timer::new(deadline);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => timer.poll(context).map(|()| Err(Elapsed)),
    })
    .await
}

#[cfg(feature = "serve")]
mod tokio_timer {
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::time::Instant;

    use tokio::time::Sleep;

    use crate::timer::sleep_until;

    pub(crate) struct Timer {
        deadline: Option<Instant>,
        sleep: Option<Pin<Box<Sleep>>>,
    }

    impl Timer {
        pub(crate) fn new(deadline: Option<Instant>) -> Self {
            Self { deadline, sleep: None }
        }

        pub(crate) fn is_set(&self) -> bool {
            self.deadline.is_some()
        }

        pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
            let Some(deadline) = self.deadline else { return Poll::Pending };
            let sleep = match &mut self.sleep {
                Some(sleep) => sleep,
                empty => match sleep_until(deadline.into()) {
                    Ok(sleep) => empty.insert(Box::pin(sleep)),
                    Err(_) => {
                        self.deadline = None;
                        return Poll::Pending;
                    }
                },
            };
            sleep.as_mut().poll(context)
        }
    }
}

#[cfg(not(feature = "serve"))]
mod no_timer {
    use std::task::{Context, Poll};
    use std::time::Instant;

    pub(crate) struct Timer;

    impl Timer {
        pub(crate) fn new(_: Option<Instant>) -> Self {
            Self
        }

        pub(crate) fn is_set(&self) -> bool {
            false
        }

        pub(crate) fn poll(&mut self, _: &mut Context<'_>) -> Poll<()> {
            Poll::Pending
        }
    }
}

#[cfg(not(feature = "serve"))]
pub(crate) use no_timer::Timer;
#[cfg(feature = "serve")]
pub(crate) use tokio_timer::Timer;
