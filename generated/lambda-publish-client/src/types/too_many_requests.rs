use crate::types::TooManyRequestsException;
use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Correct, Halt, Member, Structure};
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

impl FromResponse for TooManyRequests {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let retry_after = response.header(&TOO_MANY_REQUESTS, 0, "Retry-After")?;
        let body_member = response.payload(&TOO_MANY_REQUESTS, 1)?;
        Ok(Self {
            retry_after,
            body: body_member.unwrap_or_else(Correct::corrected),
        })
    }
}
