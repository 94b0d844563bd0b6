use crate::types::ThrottleReason;
use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// Requests come faster than the account or the function allows. The same request works later.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TooManyRequestsException {
    /// How many seconds to wait before the next attempt.
    pub retry_after_seconds: Option<String>,
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
    /// Which limit was hit.
    pub reason: Option<ThrottleReason>,
}

impl TooManyRequestsException {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`retry_after_seconds`](Self::retry_after_seconds).
    #[must_use]
    pub fn with_retry_after_seconds(
        mut self,
        retry_after_seconds: impl Into<String>,
    ) -> Self {
        self.retry_after_seconds = Some(retry_after_seconds.into());
        self
    }

    /// Sets [`type`](Self::type).
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn with_reason(mut self, reason: ThrottleReason) -> Self {
        self.reason = Some(reason);
        self
    }
}

impl fmt::Display for TooManyRequestsException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "TooManyRequestsException: {message}"),
            None => formatter.write_str("TooManyRequestsException"),
        }
    }
}

impl Error for TooManyRequestsException {}

static TOO_MANY_REQUESTS_EXCEPTION: Structure = Structure::new(
    "TooManyRequestsException",
    &[
        Member::new("retryAfterSeconds"),
        Member::new("Type"),
        Member::new("message").also("Message"),
        Member::new("Reason"),
    ],
);

impl IntoResponse for TooManyRequestsException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response
            .header(
                &TOO_MANY_REQUESTS_EXCEPTION,
                0,
                "Retry-After",
                &self.retry_after_seconds,
            );
        let mut members = response.structure(&TOO_MANY_REQUESTS_EXCEPTION);
        members.optional(1, &self.r#type);
        members.optional(2, &self.message);
        members.optional(3, &self.reason);
        members.end();
    }
}
