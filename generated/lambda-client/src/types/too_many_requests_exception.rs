use crate::types::ThrottleReason;
use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Halt, Member, Structure};
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

impl FromResponse for TooManyRequestsException {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let retry_after_seconds = response
            .header(&TOO_MANY_REQUESTS_EXCEPTION, 0, "Retry-After")?;
        let mut members = response.structure(&TOO_MANY_REQUESTS_EXCEPTION)?;
        let mut r#type = None;
        let mut message = None;
        let mut reason = None;
        while let Some(member) = members.next()? {
            match member {
                1 => r#type = members.value()?,
                2 => message = members.value()?,
                3 => reason = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            retry_after_seconds,
            r#type,
            message,
            reason,
        })
    }
}
