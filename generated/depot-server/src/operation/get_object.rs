//! `GetObject`: `GET /objects/{key}`.

use crate::types::{NoSuchObject, ValidationException};
use farrier_runtime::{ByteStream, codec};
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetObject` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetObjectInput {
    /// What the object is called.
    ///
    /// 1 to 200 characters; sent in the path.
    pub key: String,
}

impl GetObjectInput {
    /// One with all that it needs.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into() }
    }
}

/// What `GetObject` answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct GetObjectOutput {
    /// `contentType`.
    pub content_type: Option<String>,
    /// `body`.
    pub body: ByteStream,
}

impl GetObjectOutput {
    /// One with what is required, and nothing else.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self {
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

static GET_OBJECT_OUTPUT: Structure = Structure::new(
    "GetObjectOutput",
    &[Member::new("contentType"), Member::new("body")],
);

impl IntoResponse for GetObjectOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&GET_OBJECT_OUTPUT, 0, "Content-Type", &self.content_type);
        response.stream(self.body);
    }
}

/// The errors that `GetObject` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetObjectError {
    /// Status 404.
    NoSuchObject(NoSuchObject),
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetObjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchObject(error) => write!(formatter, "{error}"),
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetObjectError {}

impl From<NoSuchObject> for GetObjectError {
    fn from(error: NoSuchObject) -> Self {
        Self::NoSuchObject(error)
    }
}

impl From<ValidationException> for GetObjectError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetObject")
    .output(OutputBody::Stream);

static INPUT: Structure = Structure::new(
    "GetObjectInput",
    &[Member::new("key").required().length(1, 200).pattern(&INPUT_PATTERN_1)],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^[A-Za-z0-9_-][A-Za-z0-9._-]*$",
    "^[A-Za-z0-9_\\-][A-Za-z0-9\\._\\-]*$",
);

impl FromRequest for GetObjectInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let key = input.label(0, 0)?;
        input.end()?;
        Ok(Self { key: codec::required(key)? })
    }
}

impl Failure for GetObjectError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::NoSuchObject(error) => response.error("NoSuchObject", 404, error),
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetObjectError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
