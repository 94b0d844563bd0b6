//! `StructurePayload`: `POST /payload/structure`.

use crate::types::{Broken, Refused, Tree};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`structure_payload`](crate::Client::structure_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StructurePayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Tree>,
}

impl StructurePayloadInput {
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

/// What [`structure_payload`](crate::Client::structure_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StructurePayloadOutput {
    /// `payload`.
    pub payload: Option<Tree>,
}

static STRUCTURE_PAYLOAD_OUTPUT: Structure = Structure::new(
    "StructurePayloadOutput",
    &[Member::new("payload")],
);

impl FromResponse for StructurePayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let payload = response.payload(&STRUCTURE_PAYLOAD_OUTPUT, 0)?;
        Ok(Self { payload })
    }
}

/// The errors that `StructurePayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StructurePayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for StructurePayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for StructurePayloadError {}

impl ServiceError for StructurePayloadError {
    fn code(&self) -> &str {
        match self {
            Self::Refused(..) => "Refused",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Refused", 418),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "StructurePayload",
        "POST",
        "/payload/structure",
    )
    .errors(&ERRORS);

impl Operation for StructurePayloadInput {
    type Output = StructurePayloadOutput;
    type Error = StructurePayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/structure");
        request.optional_payload(&self.payload);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => StructurePayloadError::Refused(response.read()?),
            "Broken" => StructurePayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
