use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
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

impl Busy {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn with_retry_after(mut self, retry_after: i32) -> Self {
        self.retry_after = Some(retry_after);
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
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

impl IntoResponse for Busy {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&BUSY, 0, "Retry-After", &self.retry_after);
        let mut members = response.structure(&BUSY);
        members.optional(1, &self.message);
        members.end();
    }
}
