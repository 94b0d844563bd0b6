//! `DocumentPayload`: `POST /payload/document`.

use crate::types::{Broken, Refused};
use farrier_runtime::Document;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`document_payload`](crate::Client::document_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DocumentPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Document>,
}

impl DocumentPayloadInput {
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

/// What [`document_payload`](crate::Client::document_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DocumentPayloadOutput {
    /// `payload`.
    pub payload: Option<Document>,
}

static DOCUMENT_PAYLOAD_OUTPUT: Structure = Structure::new(
    "DocumentPayloadOutput",
    &[Member::new("payload")],
);

impl FromResponse for DocumentPayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let payload = response.payload(&DOCUMENT_PAYLOAD_OUTPUT, 0)?;
        Ok(Self { payload })
    }
}

/// The errors that `DocumentPayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DocumentPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for DocumentPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for DocumentPayloadError {}

impl ServiceError for DocumentPayloadError {
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
        "DocumentPayload",
        "POST",
        "/payload/document",
    )
    .errors(&ERRORS);

impl Operation for DocumentPayloadInput {
    type Output = DocumentPayloadOutput;
    type Error = DocumentPayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/document");
        if let Some(value) = &self.payload {
            request.payload(value);
        }
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
            "Refused" => DocumentPayloadError::Refused(response.read()?),
            "Broken" => DocumentPayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
