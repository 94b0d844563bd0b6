//! `PutPart`: `PUT /objects/{key}/parts/{number}`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`put_part`](crate::Client::put_part) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct PutPartInput {
    /// What the object is called.
    ///
    /// 1 to 200 characters; sent in the path.
    pub key: String,
    /// `number`.
    ///
    /// 1 to 10000; sent in the path.
    pub number: i32,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl PutPartInput {
    /// One with all that it needs.
    pub fn new(
        key: impl Into<String>,
        number: i32,
        body: impl Into<ByteStream>,
    ) -> Self {
        Self {
            key: key.into(),
            number,
            body: body.into(),
        }
    }
}

/// What [`put_part`](crate::Client::put_part) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutPartOutput {
    /// How many bytes there are.
    pub size: i64,
}

impl PutPartOutput {
    /// One with all that it needs.
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}

static PUT_PART_OUTPUT: Structure = Structure::new(
    "PutPartOutput",
    &[Member::new("size")],
);

impl Decode for PutPartOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&PUT_PART_OUTPUT)?;
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

/// The errors that `PutPart` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutPartError {
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for PutPartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for PutPartError {}

impl ServiceError for PutPartError {
    fn code(&self) -> &str {
        match self {
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("ValidationException", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "PutPart",
        "PUT",
        "/objects/{key}/parts/{number}",
    )
    .idempotent()
    .streaming_input()
    .requires_length()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "PutPartInput",
    &[Member::new("key"), Member::new("number"), Member::new("body")],
);

impl Operation for PutPartInput {
    type Output = PutPartOutput;
    type Error = PutPartError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/objects/");
        request.label(&INPUT, 0, &self.key)?;
        request.literal("/parts/");
        request.label(&INPUT, 1, &self.number)?;
        let stream = mem::take(&mut self.body);
        request.stream_payload(None, stream);
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
            "ValidationException" => PutPartError::ValidationException(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
