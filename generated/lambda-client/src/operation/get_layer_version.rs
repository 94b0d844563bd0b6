//! `GetLayerVersion`: `GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}`.

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

/// What [`get_layer_version`](crate::Client::get_layer_version) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetLayerVersionInput {
    /// The layer: its name, or its ARN without a version.
    ///
    /// 1 to 140 characters; sent in the path.
    pub layer_name: String,
    /// The number of the version, from 1.
    ///
    /// Sent in the path.
    pub version_number: i64,
}

impl GetLayerVersionInput {
    /// One with all that it needs.
    pub fn new(layer_name: impl Into<String>, version_number: i64) -> Self {
        Self {
            layer_name: layer_name.into(),
            version_number,
        }
    }
}

/// The errors that `GetLayerVersion` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetLayerVersionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for GetLayerVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for GetLayerVersionError {}

impl ServiceError for GetLayerVersionError {
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
        "GetLayerVersion",
        "GET",
        "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "GetLayerVersionInput",
    &[Member::new("LayerName"), Member::new("VersionNumber")],
);

impl Operation for GetLayerVersionInput {
    type Output = LayerVersion;
    type Error = GetLayerVersionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2018-10-31/layers/");
        request.label(&INPUT, 0, &self.layer_name)?;
        request.literal("/versions/");
        request.label(&INPUT, 1, &self.version_number)?;
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
                GetLayerVersionError::InvalidParameterValueException(response.body()?)
            }
            "ResourceNotFoundException" => {
                GetLayerVersionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => {
                GetLayerVersionError::ServiceException(response.body()?)
            }
            "TooManyRequestsException" => {
                GetLayerVersionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
