//! `BlobPayload`: `POST /payload/blob`.

use crate::types::{Broken, Refused};
use farrier_runtime::Blob;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`blob_payload`](crate::Client::blob_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BlobPayloadInput {
    /// `name`.
    ///
    /// Sent as the header `X-Name`.
    pub name: Option<String>,
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Blob>,
}

impl BlobPayloadInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: impl Into<Blob>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

/// What [`blob_payload`](crate::Client::blob_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BlobPayloadOutput {
    /// `name`.
    pub name: Option<String>,
    /// `payload`.
    pub payload: Option<Blob>,
}

static BLOB_PAYLOAD_OUTPUT: Structure = Structure::new(
    "BlobPayloadOutput",
    &[Member::new("name"), Member::new("payload")],
);

impl FromResponse for BlobPayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let name = response.header(&BLOB_PAYLOAD_OUTPUT, 0, "X-Name")?;
        let payload = response.blob_payload(&BLOB_PAYLOAD_OUTPUT, 1)?;
        Ok(Self { name, payload })
    }
}

/// The errors that `BlobPayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BlobPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for BlobPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for BlobPayloadError {}

impl ServiceError for BlobPayloadError {
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
        "BlobPayload",
        "POST",
        "/payload/blob",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "BlobPayloadInput",
    &[Member::new("name"), Member::new("payload")],
);

impl Operation for BlobPayloadInput {
    type Output = BlobPayloadOutput;
    type Error = BlobPayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/blob");
        if let Some(value) = &self.name {
            request.header(&INPUT, 0, "X-Name", value)?;
        }
        if let Some(value) = &self.payload {
            request.blob_payload(None, value);
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
            "Refused" => BlobPayloadError::Refused(response.read()?),
            "Broken" => BlobPayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
