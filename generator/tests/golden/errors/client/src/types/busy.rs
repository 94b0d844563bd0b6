use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// Come back later.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Busy {
    /// `retryAfter`.
    pub retry_after: Option<i32>,
    /// `Message`.
    pub message: Option<String>,
}

impl fmt::Display for Busy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "Busy: {message}"),
            None => formatter.write_str("Busy"),
        }
    }
}

impl Error for Busy {}

static BUSY: Structure = Structure::new(
    "Busy",
    &[Member::new("retryAfter"), Member::new("Message").also("message")],
);

impl FromResponse for Busy {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let retry_after = response.header(&BUSY, 0, "Retry-After")?;
        let mut members = response.structure(&BUSY)?;
        let mut message = None;
        while let Some(member) = members.next()? {
            match member {
                1 => message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self { retry_after, message })
    }
}
