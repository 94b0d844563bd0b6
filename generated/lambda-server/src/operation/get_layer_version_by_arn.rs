//! `GetLayerVersionByArn`: `GET /2018-10-31/layers?find=LayerVersion`.

use crate::types::{
    InvalidParameterValueException, ResourceNotFoundException, ServiceException,
    TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetLayerVersionByArn` takes.
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

/// The errors that `GetLayerVersionByArn` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetLayerVersionByArnError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetLayerVersionByArnError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetLayerVersionByArnError {}

impl From<InvalidParameterValueException> for GetLayerVersionByArnError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceNotFoundException> for GetLayerVersionByArnError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for GetLayerVersionByArnError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for GetLayerVersionByArnError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "GetLayerVersionByArn",
    )
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "GetLayerVersionByArnInput",
    &[Member::new("Arn").required().length(1, 140).pattern(&INPUT_PATTERN_1)],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+$",
    "^arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:layer:[a-zA-Z0-9\\-_]+:[0-9]+$",
);

impl FromRequest for GetLayerVersionByArnInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let arn = input.query(0, "Arn")?;
        input.end()?;
        Ok(Self { arn: codec::required(arn)? })
    }
}

impl Failure for GetLayerVersionByArnError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
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

impl From<Fault> for GetLayerVersionByArnError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
