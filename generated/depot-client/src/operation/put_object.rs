//! `PutObject`: `PUT /objects/{key}`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`put_object`](crate::Client::put_object) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct PutObjectInput {
    /// What the object is called.
    ///
    /// 1 to 200 characters; sent in the path.
    pub key: String,
    /// `contentType`.
    ///
    /// Sent as the header `Content-Type`.
    pub content_type: Option<String>,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl PutObjectInput {
    /// One with what is required, and nothing else.
    pub fn new(key: impl Into<String>, body: impl Into<ByteStream>) -> Self {
        Self {
            key: key.into(),
            body: body.into(),
            content_type: None,
        }
    }

    /// Sets [`content_type`](Self::content_type).
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

/// What [`put_object`](crate::Client::put_object) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutObjectOutput {
    /// How many bytes there are.
    pub size: i64,
}

impl PutObjectOutput {
    /// One with all that it needs.
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}

static PUT_OBJECT_OUTPUT: Structure = Structure::new(
    "PutObjectOutput",
    &[Member::new("size")],
);

impl Decode for PutObjectOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&PUT_OBJECT_OUTPUT)?;
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

/// The errors that `PutObject` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutObjectError {
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for PutObjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for PutObjectError {}

impl ServiceError for PutObjectError {
    fn code(&self) -> &str {
        match self {
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("ValidationException", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "PutObject",
        "PUT",
        "/objects/{key}",
    )
    .idempotent()
    .streaming_input()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "PutObjectInput",
    &[Member::new("key"), Member::new("contentType"), Member::new("body")],
);

impl Operation for PutObjectInput {
    type Output = PutObjectOutput;
    type Error = PutObjectError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/objects/");
        request.label(&INPUT, 0, &self.key)?;
        if let Some(value) = &self.content_type {
            request.header(&INPUT, 1, "Content-Type", value)?;
        }
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
            "ValidationException" => {
                PutObjectError::ValidationException(response.body()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
