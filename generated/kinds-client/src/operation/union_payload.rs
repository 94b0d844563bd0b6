//! `UnionPayload`: `POST /payload/union`.

use crate::types::{Broken, Choice, Refused};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`union_payload`](crate::Client::union_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UnionPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Choice>,
}

impl UnionPayloadInput {
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

/// What [`union_payload`](crate::Client::union_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UnionPayloadOutput {
    /// `payload`.
    pub payload: Option<Choice>,
}

static UNION_PAYLOAD_OUTPUT: Structure = Structure::new(
    "UnionPayloadOutput",
    &[Member::new("payload")],
);

impl FromResponse for UnionPayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let payload = response.payload(&UNION_PAYLOAD_OUTPUT, 0)?;
        Ok(Self { payload })
    }
}

/// The errors that `UnionPayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum UnionPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for UnionPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for UnionPayloadError {}

impl ServiceError for UnionPayloadError {
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
        "UnionPayload",
        "POST",
        "/payload/union",
    )
    .errors(&ERRORS);

impl Operation for UnionPayloadInput {
    type Output = UnionPayloadOutput;
    type Error = UnionPayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/union");
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
            "Refused" => UnionPayloadError::Refused(response.read()?),
            "Broken" => UnionPayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
