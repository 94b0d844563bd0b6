//! `PublishVersion`: `POST /2015-03-31/functions/{FunctionName}/versions`.

use crate::types::{
    CodeStorageExceededException, InvalidParameterValueException,
    PreconditionFailedException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `PublishVersion` takes.
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
}

/// The errors that `PublishVersion` can answer with.
#[derive(Clone, Debug, PartialEq)]
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
    /// Anything that the model does not name.
    Unmodelled(Fault),
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
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PublishVersionError {}

impl From<CodeStorageExceededException> for PublishVersionError {
    fn from(error: CodeStorageExceededException) -> Self {
        Self::CodeStorageExceededException(error)
    }
}

impl From<InvalidParameterValueException> for PublishVersionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<PreconditionFailedException> for PublishVersionError {
    fn from(error: PreconditionFailedException) -> Self {
        Self::PreconditionFailedException(error)
    }
}

impl From<ResourceConflictException> for PublishVersionError {
    fn from(error: ResourceConflictException) -> Self {
        Self::ResourceConflictException(error)
    }
}

impl From<ResourceNotFoundException> for PublishVersionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for PublishVersionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for PublishVersionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PublishVersion")
    .status(201)
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PublishVersionInput",
    &[
        Member::new("FunctionName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("CodeSha256"),
        Member::new("Description").length(0, 256),
        Member::new("RevisionId"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

impl FromRequest for PublishVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let function_name = input.label(0, 0)?;
        let mut code_sha256 = None;
        let mut description = None;
        let mut revision_id = None;
        while let Some(member) = input.next()? {
            match member {
                1 => code_sha256 = input.value()?,
                2 => description = input.value()?,
                3 => revision_id = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            code_sha256,
            description,
            revision_id,
        })
    }
}

impl Failure for PublishVersionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::CodeStorageExceededException(error) => {
                response.error("CodeStorageExceededException", 400, error)
            }
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
            }
            Self::PreconditionFailedException(error) => {
                response.error("PreconditionFailedException", 412, error)
            }
            Self::ResourceConflictException(error) => {
                response.error("ResourceConflictException", 409, error)
            }
            Self::ResourceNotFoundException(error) => {
                response.error("ResourceNotFoundException", 404, error)
            }
            Self::ServiceException(error) => {
                response.error("ServiceException", 500, error)
            }
            Self::TooManyRequestsException(error) => {
                response.error("TooManyRequestsException", 429, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PublishVersionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
