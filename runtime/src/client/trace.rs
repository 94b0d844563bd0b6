//! What `tracing` hears of calls: never bodies, headers or inputs.

#[cfg(feature = "tracing")]
mod on {
    use std::future::Future;
    use std::pin::Pin;
    use std::time::{Duration, Instant};

    use tracing::{Instrument, debug, debug_span, field};

    use crate::client::answer::Answer;
    use crate::client::execute::Failure;
    use crate::client::{OperationMetadata, ServiceMetadata};

    type Running = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>;

    /// The call within a span of its own.
    pub(in crate::client) fn instrumented(
        service: &'static ServiceMetadata,
        operation: &'static OperationMetadata,
        call: impl Future<Output = Result<Answer, Failure>> + Send + 'static,
    ) -> Running {
        let span = debug_span!(
            "call",
            service = service.name,
            operation = operation.name,
            status = field::Empty,
            code = field::Empty,
            request_id = field::Empty,
            attempts = field::Empty,
            duration_ms = field::Empty,
        );
        if span.is_disabled() {
            return Box::pin(call);
        }
        let entered = span.clone();
        let timed = async move {
            let started = Instant::now();
            let result = call.await;
            span.record("duration_ms", started.elapsed().as_secs_f64() * 1000.0);
            if let Ok(answer) = &result {
                span.record("status", answer.status.as_u16());
                span.record("attempts", answer.attempts);
                if let Some(code) = answer.error.as_ref().and_then(|facts| facts.code.as_deref()) {
                    span.record("code", code);
                }
                if let Some(id) = answer.request_id() {
                    span.record("request_id", id);
                }
            }
            result
        };
        Box::pin(timed.instrument(entered))
    }

    pub(in crate::client) fn answered(answer: &Answer) {
        debug!(attempt = answer.attempts, status = answer.status.as_u16(), "answered");
    }

    pub(in crate::client) fn failed(result: &Result<Answer, Failure>, attempt: u32) {
        match result {
            Ok(answer) => {
                let code = answer.error.as_ref().and_then(|facts| facts.code.as_deref());
                debug!(attempt, status = answer.status.as_u16(), code, "answered with an error");
            }
            Err(failure) => debug!(attempt, error = %failure.shown(), "failed"),
        }
    }

    pub(in crate::client) fn waiting(attempt: u32, wait: Duration) {
        debug!(attempt, wait_ms = wait.as_secs_f64() * 1000.0, "waiting to try again");
    }

    impl Failure {
        fn shown(&self) -> &dyn std::fmt::Display {
            match self {
                Self::Refused(failure) => failure,
                Self::Credentials(failure) => failure,
                Self::Connect(failure) | Self::Transport(failure) => failure,
                Self::Timeout(failure) => failure,
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::future::Future;
    use std::pin::Pin;
    use std::time::Duration;

    use crate::client::answer::Answer;
    use crate::client::execute::Failure;
    use crate::client::{OperationMetadata, ServiceMetadata};

    type Running = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>;

    pub(in crate::client) fn instrumented(
        _service: &'static ServiceMetadata,
        _operation: &'static OperationMetadata,
        call: impl Future<Output = Result<Answer, Failure>> + Send + 'static,
    ) -> Running {
        Box::pin(call)
    }

    pub(in crate::client) fn answered(_answer: &Answer) {}

    pub(in crate::client) fn failed(_result: &Result<Answer, Failure>, _attempt: u32) {}

    pub(in crate::client) fn waiting(_attempt: u32, _wait: Duration) {}
}

#[cfg(not(feature = "tracing"))]
pub(super) use off::{answered, failed, instrumented, waiting};
#[cfg(feature = "tracing")]
pub(super) use on::{answered, failed, instrumented, waiting};
