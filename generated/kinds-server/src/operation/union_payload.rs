//! `UnionPayload`: `POST /payload/union`.

use crate::types::{Broken, Choice, Refused};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `UnionPayload` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UnionPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Choice>,
}

/// What `UnionPayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UnionPayloadOutput {
    /// `payload`.
    pub payload: Option<Choice>,
}

impl UnionPayloadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: Choice) -> Self {
        self.payload = Some(payload);
        self
    }
}

impl IntoResponse for UnionPayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.payload {
            response.payload(value);
        }
    }
}

/// The errors that `UnionPayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for UnionPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for UnionPayloadError {}

impl From<Refused> for UnionPayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for UnionPayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("UnionPayload")
    .input(InputBody::Payload)
    .output(OutputBody::Payload);

static INPUT: Structure = Structure::new("UnionPayloadInput", &[Member::new("payload")]);

impl FromRequest for UnionPayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let payload = input.payload(0)?;
        input.end()?;
        Ok(Self { payload })
    }
}

impl Failure for UnionPayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for UnionPayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
