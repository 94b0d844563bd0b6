use crate::types::TooManyRequestsException;
use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `TooManyRequests`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TooManyRequests {
    /// How many seconds to wait before the next attempt.
    pub retry_after: Option<String>,
    /// `body`.
    pub body: TooManyRequestsException,
}

impl TooManyRequests {
    /// One with what is required, and nothing else.
    pub fn new(body: TooManyRequestsException) -> Self {
        Self { body, retry_after: None }
    }

    /// Sets [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn with_retry_after(mut self, retry_after: impl Into<String>) -> Self {
        self.retry_after = Some(retry_after.into());
        self
    }
}

impl fmt::Display for TooManyRequests {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TooManyRequests")
    }
}

impl Error for TooManyRequests {}

static TOO_MANY_REQUESTS: Structure = Structure::new(
    "TooManyRequests",
    &[Member::new("Retry-After"), Member::new("body")],
);

impl IntoResponse for TooManyRequests {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&TOO_MANY_REQUESTS, 0, "Retry-After", &self.retry_after);
        response.payload(&self.body);
    }
}
