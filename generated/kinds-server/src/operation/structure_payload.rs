//! `StructurePayload`: `POST /payload/structure`.

use crate::types::{Broken, Refused, Tree};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `StructurePayload` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StructurePayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Tree>,
}

/// What `StructurePayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StructurePayloadOutput {
    /// `payload`.
    pub payload: Option<Tree>,
}

impl StructurePayloadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: Tree) -> Self {
        self.payload = Some(payload);
        self
    }
}

impl IntoResponse for StructurePayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.payload {
            response.payload(value);
        }
    }
}

/// The errors that `StructurePayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum StructurePayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for StructurePayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for StructurePayloadError {}

impl From<Refused> for StructurePayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for StructurePayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "StructurePayload",
    )
    .input(InputBody::Payload)
    .output(OutputBody::Payload);

static INPUT: Structure = Structure::new(
    "StructurePayloadInput",
    &[Member::new("payload")],
);

impl FromRequest for StructurePayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let payload = input.payload(0)?;
        input.end()?;
        Ok(Self { payload })
    }
}

impl Failure for StructurePayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for StructurePayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
