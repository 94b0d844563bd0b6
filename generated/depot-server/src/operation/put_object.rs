//! `PutObject`: `PUT /objects/{key}`.

use crate::types::ValidationException;
use farrier_runtime::{ByteStream, codec};
use farrier_runtime::codec::{Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `PutObject` takes.
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
}

/// What `PutObject` answers.
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

impl Encode for PutObjectOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PUT_OBJECT_OUTPUT);
        members.member(0, &self.size);
        members.end();
    }
}

impl IntoResponse for PutObjectOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `PutObject` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PutObjectError {
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutObjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutObjectError {}

impl From<ValidationException> for PutObjectError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PutObject")
    .input(InputBody::Stream)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PutObjectInput",
    &[
        Member::new("key").required().length(1, 200).pattern(&INPUT_PATTERN_1),
        Member::new("contentType"),
        Member::new("body"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^[A-Za-z0-9_-][A-Za-z0-9._-]*$",
    "^[A-Za-z0-9_\\-][A-Za-z0-9\\._\\-]*$",
);

impl FromRequest for PutObjectInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let key = input.label(0, 0)?;
        let content_type = input.header(1, "Content-Type")?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self {
            key: codec::required(key)?,
            content_type,
            body: body_member,
        })
    }
}

impl Failure for PutObjectError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutObjectError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
