//! `Receive`: `GET /receive`.

use crate::types::NotThere;
use farrier_runtime::codec::Halt;
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Receive` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ReceiveInput {}

/// What `Receive` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ReceiveOutput {
    /// `message`.
    pub message: Option<String>,
}

impl ReceiveOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl IntoResponse for ReceiveOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.message {
            response.text_payload(value.as_str());
        }
    }
}

/// The errors that `Receive` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ReceiveError {
    /// Status 404.
    NotThere(NotThere),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ReceiveError {}

impl From<NotThere> for ReceiveError {
    fn from(error: NotThere) -> Self {
        Self::NotThere(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Receive")
    .output(OutputBody::Text);

impl FromRequest for ReceiveInput {
    fn read(_request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        Ok(Self {})
    }
}

impl Failure for ReceiveError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::NotThere(error) => response.error("NotThere", 404, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ReceiveError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
