//! `DeleteFunction`: `DELETE /2015-03-31/functions/{FunctionName}`.

use crate::types::{
    InvalidParameterValueException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `DeleteFunction` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DeleteFunctionInput {
    /// The function: its name (`resize`), a partial ARN (`123456789012:function:resize`), or the whole
    /// ARN. The name part has at most 64 characters.
    ///
    /// 1 to 140 characters; sent in the path.
    pub function_name: String,
    /// The number of the version to delete. Left out, everything goes.
    ///
    /// 1 to 128 characters; sent as the query parameter `Qualifier`.
    pub qualifier: Option<String>,
}

impl DeleteFunctionInput {
    /// One with what is required, and nothing else.
    pub fn new(function_name: impl Into<String>) -> Self {
        Self {
            function_name: function_name.into(),
            qualifier: None,
        }
    }
}

/// The errors that `DeleteFunction` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteFunctionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
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

impl fmt::Display for DeleteFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceConflictException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for DeleteFunctionError {}

impl From<InvalidParameterValueException> for DeleteFunctionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceConflictException> for DeleteFunctionError {
    fn from(error: ResourceConflictException) -> Self {
        Self::ResourceConflictException(error)
    }
}

impl From<ResourceNotFoundException> for DeleteFunctionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for DeleteFunctionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for DeleteFunctionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("DeleteFunction")
    .status(204);

static INPUT: Structure = Structure::new(
    "DeleteFunctionInput",
    &[
        Member::new("FunctionName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("Qualifier").length(1, 128).pattern(&INPUT_PATTERN_2),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

static INPUT_PATTERN_2: Pattern = Pattern::new(
    "^(|[a-zA-Z0-9$_-]+)$",
    "^(?:|[a-zA-Z0-9\\$_\\-]+)$",
);

impl FromRequest for DeleteFunctionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let function_name = input.label(0, 0)?;
        let qualifier = input.query(1, "Qualifier")?;
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            qualifier,
        })
    }
}

impl Failure for DeleteFunctionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
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

impl From<Fault> for DeleteFunctionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
