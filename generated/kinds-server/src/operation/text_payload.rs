//! `TextPayload`: `POST /payload/text`.

use crate::types::{Broken, Refused};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `TextPayload` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TextPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<String>,
}

/// What `TextPayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TextPayloadOutput {
    /// `payload`.
    pub payload: Option<String>,
}

impl TextPayloadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

impl IntoResponse for TextPayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.payload {
            response.text_payload(value.as_str());
        }
    }
}

/// The errors that `TextPayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum TextPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for TextPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for TextPayloadError {}

impl From<Refused> for TextPayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for TextPayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("TextPayload")
    .input(InputBody::Text)
    .output(OutputBody::Text);

static INPUT: Structure = Structure::new("TextPayloadInput", &[Member::new("payload")]);

impl FromRequest for TextPayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let payload = input.text_payload(0)?;
        input.end()?;
        Ok(Self { payload })
    }
}

impl Failure for TextPayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for TextPayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
