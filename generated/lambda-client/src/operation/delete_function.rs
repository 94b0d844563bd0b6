//! `DeleteFunction`: `DELETE /2015-03-31/functions/{FunctionName}`.

use crate::types::{
    InvalidParameterValueException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`delete_function`](crate::Client::delete_function) takes.
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

    /// Sets [`qualifier`](Self::qualifier).
    #[must_use]
    pub fn with_qualifier(mut self, qualifier: impl Into<String>) -> Self {
        self.qualifier = Some(qualifier.into());
        self
    }
}

/// The errors that `DeleteFunction` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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
}

impl fmt::Display for DeleteFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceConflictException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for DeleteFunctionError {}

impl ServiceError for DeleteFunctionError {
    fn code(&self) -> &str {
        match self {
            Self::InvalidParameterValueException(..) => "InvalidParameterValueException",
            Self::ResourceConflictException(..) => "ResourceConflictException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 5] = [
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("ResourceConflictException", 409),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "DeleteFunction",
        "DELETE",
        "/2015-03-31/functions/{FunctionName}",
    )
    .idempotent()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "DeleteFunctionInput",
    &[Member::new("FunctionName"), Member::new("Qualifier")],
);

impl Operation for DeleteFunctionInput {
    type Output = ();
    type Error = DeleteFunctionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        if let Some(value) = &self.qualifier {
            request.query(&INPUT, 1, "Qualifier", value);
        }
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "InvalidParameterValueException" => {
                DeleteFunctionError::InvalidParameterValueException(response.body()?)
            }
            "ResourceConflictException" => {
                DeleteFunctionError::ResourceConflictException(response.body()?)
            }
            "ResourceNotFoundException" => {
                DeleteFunctionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => DeleteFunctionError::ServiceException(response.body()?),
            "TooManyRequestsException" => {
                DeleteFunctionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
