//! `GetLayerVersionByArn`: `GET /2018-10-31/layers?find=LayerVersion`.

use crate::types::{
    InvalidParameterValueException, LayerVersion, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`get_layer_version_by_arn`](crate::Client::get_layer_version_by_arn) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetLayerVersionByArnInput {
    /// ARN of the version: the layer's own, a colon, and the number.
    ///
    /// 1 to 140 characters; sent as the query parameter `Arn`.
    pub arn: String,
}

impl GetLayerVersionByArnInput {
    /// One with all that it needs.
    pub fn new(arn: impl Into<String>) -> Self {
        Self { arn: arn.into() }
    }
}

/// The errors that `GetLayerVersionByArn` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetLayerVersionByArnError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for GetLayerVersionByArnError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for GetLayerVersionByArnError {}

impl ServiceError for GetLayerVersionByArnError {
    fn code(&self) -> &str {
        match self {
            Self::InvalidParameterValueException(..) => "InvalidParameterValueException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 4] = [
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "GetLayerVersionByArn",
        "GET",
        "/2018-10-31/layers?find=LayerVersion",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "GetLayerVersionByArnInput",
    &[Member::new("Arn")],
);

impl Operation for GetLayerVersionByArnInput {
    type Output = LayerVersion;
    type Error = GetLayerVersionByArnError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2018-10-31/layers");
        request.query_literal("find", Some("LayerVersion"));
        request.query(&INPUT, 0, "Arn", &self.arn);
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
            "InvalidParameterValueException" => {
                GetLayerVersionByArnError::InvalidParameterValueException(
                    response.body()?,
                )
            }
            "ResourceNotFoundException" => {
                GetLayerVersionByArnError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => {
                GetLayerVersionByArnError::ServiceException(response.body()?)
            }
            "TooManyRequestsException" => {
                GetLayerVersionByArnError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
