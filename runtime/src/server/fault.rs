//! An error that the model does not name.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::value::Document;

/// An error that the model does not name, for a handler to answer with.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub(crate) status: StatusCode,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) members: Vec<(String, Document)>,
}

impl Fault {
    /// An error with this status, code and message. A status below 400 or above 599 becomes 500.
    pub fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status)
            .ok()
            .filter(|status| status.is_client_error() || status.is_server_error())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self {
            status,
            code: code.into(),
            message: message.into(),
            retry_after: None,
            members: Vec::new(),
        }
    }

    /// The caller may come back after this time; sent in whole seconds.
    #[must_use]
    pub fn with_retry_after(mut self, delay: Duration) -> Self {
        self.retry_after = Some(delay);
        self
    }

    /// A further member of the body.
    #[must_use]
    pub fn with_member(mut self, name: impl Into<String>, value: impl Into<Document>) -> Self {
        self.members.push((name.into(), value.into()));
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The error's name, as callers tell errors apart.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The text for people.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// When the caller may come back.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.code, self.status.as_u16(), self.message)
    }
}

impl Error for Fault {}
