//! What goes wrong on our side, and where it is reported.

use std::any::Any;
use std::fmt;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::Poll;

use super::Context;
use super::settings::Settings;

/// Something that is wrong with the service itself. The caller is told no more than that.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InternalFailure {
    /// The handler panicked, with this message.
    Panicked(String),
    /// The handler's answer cannot be sent: a header's value has a line break in it, say.
    UnusableAnswer(String),
    /// The request cannot be checked: a pattern of the model does not work as a regular expression, say.
    UnusableModel(String),
}

impl fmt::Display for InternalFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panicked(message) => write!(f, "the handler panicked: {message}"),
            Self::UnusableAnswer(message) => write!(f, "the answer cannot be sent: {message}"),
            Self::UnusableModel(message) => write!(f, "the request cannot be checked: {message}"),
        }
    }
}

impl std::error::Error for InternalFailure {}

/// Tells whoever looks after the service: the hook, else `tracing` (with the feature of that name), else standard error.
pub(crate) fn report(settings: &Settings, failure: &InternalFailure, context: &Context) {
    if let Some(report) = &settings.on_internal_failure {
        report(failure, context);
        return;
    }
    #[cfg(feature = "tracing")]
    tracing::error!(
        operation = context.operation(),
        request_id = context.request_id(),
        "{failure}"
    );
    #[cfg(not(feature = "tracing"))]
    {
        use std::io::Write;

        // Nobody is left to tell that standard error is gone.
        let _ = writeln!(
            std::io::stderr(),
            "{} (request {}): {failure}",
            context.operation(),
            context.request_id()
        );
    }
}

/// What `call` gives, unless it panics.
pub(crate) fn caught<T>(call: impl FnOnce() -> T) -> Result<T, InternalFailure> {
    // What it shares with others is the service's own business.
    catch_unwind(AssertUnwindSafe(call))
        .map_err(|panic| InternalFailure::Panicked(message(panic.as_ref())))
}

/// What `future` gives, unless it panics. Then it is not polled again.
pub(crate) async fn unpanicked<T>(
    mut future: Pin<Box<dyn Future<Output = T> + Send>>,
) -> Result<T, InternalFailure> {
    poll_fn(|context| match caught(|| future.as_mut().poll(context)) {
        Ok(poll) => poll.map(Ok),
        Err(failure) => Poll::Ready(Err(failure)),
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> String {
    if let Some(text) = panic.downcast_ref::<&str>() {
        return (*text).to_owned();
    }
    panic.downcast_ref::<String>().cloned().unwrap_or_else(|| "no message".to_owned())
}
