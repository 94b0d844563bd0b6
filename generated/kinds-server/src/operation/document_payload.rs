//! `DocumentPayload`: `POST /payload/document`.

use crate::types::{Broken, Refused};
use farrier_runtime::Document;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `DocumentPayload` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DocumentPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Document>,
}

/// What `DocumentPayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DocumentPayloadOutput {
    /// `payload`.
    pub payload: Option<Document>,
}

impl DocumentPayloadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: impl Into<Document>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

impl IntoResponse for DocumentPayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.payload {
            response.payload(value);
        }
    }
}

/// The errors that `DocumentPayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for DocumentPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for DocumentPayloadError {}

impl From<Refused> for DocumentPayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for DocumentPayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("DocumentPayload")
    .input(InputBody::Payload)
    .output(OutputBody::Payload);

static INPUT: Structure = Structure::new(
    "DocumentPayloadInput",
    &[Member::new("payload")],
);

impl FromRequest for DocumentPayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let payload = input.payload(0)?;
        input.end()?;
        Ok(Self { payload })
    }
}

impl Failure for DocumentPayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for DocumentPayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
