//! `ImportLog`: `POST /log`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`import_log`](crate::Client::import_log) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct ImportLogInput {
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl ImportLogInput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

/// What [`import_log`](crate::Client::import_log) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImportLogOutput {
    /// How many bytes there are.
    pub size: i64,
}

impl ImportLogOutput {
    /// One with all that it needs.
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}

static IMPORT_LOG_OUTPUT: Structure = Structure::new(
    "ImportLogOutput",
    &[Member::new("size")],
);

impl Decode for ImportLogOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&IMPORT_LOG_OUTPUT)?;
        let mut size = None;
        while let Some(member) = members.next()? {
            match member {
                0 => size = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            size: size.unwrap_or_else(Correct::corrected),
        })
    }
}

/// The errors that `ImportLog` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ImportLogError {
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for ImportLogError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ImportLogError {}

impl ServiceError for ImportLogError {
    fn code(&self) -> &str {
        match self {
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("ValidationException", 400)];

static METADATA: OperationMetadata = OperationMetadata::new("ImportLog", "POST", "/log")
    .streaming_input()
    .gzip()
    .errors(&ERRORS);

impl Operation for ImportLogInput {
    type Output = ImportLogOutput;
    type Error = ImportLogError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/log");
        let stream = mem::take(&mut self.body);
        request.stream_payload(Some("text/plain"), stream);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "ValidationException" => {
                ImportLogError::ValidationException(response.body()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
