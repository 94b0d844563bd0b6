//! `PublishVersion`: `POST /2015-03-31/functions/{FunctionName}/versions`.

use crate::types::{
    CodeStorageExceededException, FunctionConfiguration, InvalidParameterValueException,
    PreconditionFailedException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`publish_version`](crate::Client::publish_version) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PublishVersionInput {
    /// The function: its name (`resize`), a partial ARN (`123456789012:function:resize`), or the whole
    /// ARN. The name part has at most 64 characters.
    ///
    /// 1 to 140 characters; sent in the path.
    pub function_name: String,
    /// The SHA-256 digest, in base64, that the working copy's archive must have; with another one,
    /// nothing is published and the call fails with an `InvalidParameterValueException`. Every answer
    /// that describes the function tells the digest.
    pub code_sha256: Option<String>,
    /// A note about the version, up to 256 characters. Left out, the version takes over the function's
    /// own.
    ///
    /// At most 256 characters.
    pub description: Option<String>,
    /// The revision that the working copy must be at, or the call fails with a
    /// `PreconditionFailedException`. Unlike the digest, it also changes with the settings.
    pub revision_id: Option<String>,
}

impl PublishVersionInput {
    /// One with what is required, and nothing else.
    pub fn new(function_name: impl Into<String>) -> Self {
        Self {
            function_name: function_name.into(),
            code_sha256: None,
            description: None,
            revision_id: None,
        }
    }

    /// Sets [`code_sha256`](Self::code_sha256).
    #[must_use]
    pub fn with_code_sha256(mut self, code_sha256: impl Into<String>) -> Self {
        self.code_sha256 = Some(code_sha256.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`revision_id`](Self::revision_id).
    #[must_use]
    pub fn with_revision_id(mut self, revision_id: impl Into<String>) -> Self {
        self.revision_id = Some(revision_id.into());
        self
    }
}

/// The errors that `PublishVersion` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PublishVersionError {
    /// Status 400.
    CodeStorageExceededException(CodeStorageExceededException),
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 412.
    PreconditionFailedException(PreconditionFailedException),
    /// Status 409.
    ResourceConflictException(ResourceConflictException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for PublishVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeStorageExceededException(error) => write!(formatter, "{error}"),
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::PreconditionFailedException(error) => write!(formatter, "{error}"),
            Self::ResourceConflictException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for PublishVersionError {}

impl ServiceError for PublishVersionError {
    fn code(&self) -> &str {
        match self {
            Self::CodeStorageExceededException(..) => "CodeStorageExceededException",
            Self::InvalidParameterValueException(..) => "InvalidParameterValueException",
            Self::PreconditionFailedException(..) => "PreconditionFailedException",
            Self::ResourceConflictException(..) => "ResourceConflictException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 7] = [
    ErrorMetadata::new("CodeStorageExceededException", 400),
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("PreconditionFailedException", 412),
    ErrorMetadata::new("ResourceConflictException", 409),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "PublishVersion",
        "POST",
        "/2015-03-31/functions/{FunctionName}/versions",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "PublishVersionInput",
    &[
        Member::new("FunctionName"),
        Member::new("CodeSha256"),
        Member::new("Description"),
        Member::new("RevisionId"),
    ],
);

impl Operation for PublishVersionInput {
    type Output = FunctionConfiguration;
    type Error = PublishVersionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        request.literal("/versions");
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.code_sha256);
        members.optional(2, &self.description);
        members.optional(3, &self.revision_id);
        members.end();
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
            "CodeStorageExceededException" => {
                PublishVersionError::CodeStorageExceededException(response.body()?)
            }
            "InvalidParameterValueException" => {
                PublishVersionError::InvalidParameterValueException(response.body()?)
            }
            "PreconditionFailedException" => {
                PublishVersionError::PreconditionFailedException(response.body()?)
            }
            "ResourceConflictException" => {
                PublishVersionError::ResourceConflictException(response.body()?)
            }
            "ResourceNotFoundException" => {
                PublishVersionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => PublishVersionError::ServiceException(response.body()?),
            "TooManyRequestsException" => {
                PublishVersionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
