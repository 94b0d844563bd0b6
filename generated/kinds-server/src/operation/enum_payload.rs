//! `EnumPayload`: `POST /payload/enum`.

use crate::types::{Broken, Refused, Suit};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `EnumPayload` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnumPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Suit>,
}

/// What `EnumPayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnumPayloadOutput {
    /// `payload`.
    pub payload: Option<Suit>,
}

impl EnumPayloadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: Suit) -> Self {
        self.payload = Some(payload);
        self
    }
}

impl IntoResponse for EnumPayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.payload {
            response.text_payload(value.as_str());
        }
    }
}

/// The errors that `EnumPayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for EnumPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for EnumPayloadError {}

impl From<Refused> for EnumPayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for EnumPayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("EnumPayload")
    .input(InputBody::Text)
    .output(OutputBody::Text);

static INPUT: Structure = Structure::new("EnumPayloadInput", &[Member::new("payload")]);

impl FromRequest for EnumPayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let payload = input.text_payload(0)?;
        input.end()?;
        Ok(Self { payload })
    }
}

impl Failure for EnumPayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for EnumPayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
