//! `GetObject`: `GET /objects/{key}`.

use crate::types::{NoSuchObject, ValidationException};
use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, Refused,
    RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`get_object`](crate::Client::get_object) takes.
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

/// What [`get_object`](crate::Client::get_object) answers.
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
}

static GET_OBJECT_OUTPUT: Structure = Structure::new(
    "GetObjectOutput",
    &[Member::new("contentType"), Member::new("body")],
);

impl FromResponse for GetObjectOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let content_type = response.header(&GET_OBJECT_OUTPUT, 0, "Content-Type")?;
        let body_member = response.stream();
        Ok(Self {
            content_type,
            body: body_member,
        })
    }
}

/// The errors that `GetObject` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetObjectError {
    /// Status 404.
    NoSuchObject(NoSuchObject),
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for GetObjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchObject(error) => write!(formatter, "{error}"),
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for GetObjectError {}

impl ServiceError for GetObjectError {
    fn code(&self) -> &str {
        match self {
            Self::NoSuchObject(..) => "NoSuchObject",
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("NoSuchObject", 404),
    ErrorMetadata::new("ValidationException", 400),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "GetObject",
        "GET",
        "/objects/{key}",
    )
    .readonly()
    .streaming_output()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new("GetObjectInput", &[Member::new("key")]);

impl Operation for GetObjectInput {
    type Output = GetObjectOutput;
    type Error = GetObjectError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/objects/");
        request.label(&INPUT, 0, &self.key)?;
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
            "NoSuchObject" => GetObjectError::NoSuchObject(response.body()?),
            "ValidationException" => {
                GetObjectError::ValidationException(response.body()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
