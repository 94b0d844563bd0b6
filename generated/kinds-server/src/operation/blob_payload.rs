//! `BlobPayload`: `POST /payload/blob`.

use crate::types::{Broken, Refused};
use farrier_runtime::Blob;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `BlobPayload` takes.
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

/// What `BlobPayload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BlobPayloadOutput {
    /// `name`.
    pub name: Option<String>,
    /// `payload`.
    pub payload: Option<Blob>,
}

impl BlobPayloadOutput {
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

static BLOB_PAYLOAD_OUTPUT: Structure = Structure::new(
    "BlobPayloadOutput",
    &[Member::new("name"), Member::new("payload")],
);

impl IntoResponse for BlobPayloadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&BLOB_PAYLOAD_OUTPUT, 0, "X-Name", &self.name);
        if let Some(value) = self.payload {
            response.blob_payload(value);
        }
    }
}

/// The errors that `BlobPayload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum BlobPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for BlobPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for BlobPayloadError {}

impl From<Refused> for BlobPayloadError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for BlobPayloadError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("BlobPayload")
    .input(InputBody::Blob)
    .output(OutputBody::Blob);

static INPUT: Structure = Structure::new(
    "BlobPayloadInput",
    &[Member::new("name"), Member::new("payload")],
);

impl FromRequest for BlobPayloadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let name = input.header(0, "X-Name")?;
        let payload = input.blob_payload(1)?;
        input.end()?;
        Ok(Self { name, payload })
    }
}

impl Failure for BlobPayloadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for BlobPayloadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
