//! `Convert`: `POST /convert`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, Refused,
    RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::{fmt, mem};

/// What [`convert`](crate::Client::convert) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConvertInput {
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl ConvertInput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

/// What [`convert`](crate::Client::convert) answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConvertOutput {
    /// `body`.
    pub body: ByteStream,
}

impl ConvertOutput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

impl FromResponse for ConvertOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let body_member = response.stream();
        Ok(Self { body: body_member })
    }
}

/// The errors that `Convert` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConvertError {
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ConvertError {}

impl ServiceError for ConvertError {
    fn code(&self) -> &str {
        match self {
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("ValidationException", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "Convert",
        "POST",
        "/convert",
    )
    .streaming_input()
    .streaming_output()
    .errors(&ERRORS);

impl Operation for ConvertInput {
    type Output = ConvertOutput;
    type Error = ConvertError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/convert");
        let stream = mem::take(&mut self.body);
        request.stream_payload(None, stream);
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
            "ValidationException" => ConvertError::ValidationException(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
