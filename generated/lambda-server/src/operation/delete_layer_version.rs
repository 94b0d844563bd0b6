//! `DeleteLayerVersion`: `DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}`.

use crate::types::{
    InvalidParameterValueException, ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `DeleteLayerVersion` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DeleteLayerVersionInput {
    /// The layer: its name, or its ARN without a version.
    ///
    /// 1 to 140 characters; sent in the path.
    pub layer_name: String,
    /// The number of the version, from 1.
    ///
    /// Sent in the path.
    pub version_number: i64,
}

impl DeleteLayerVersionInput {
    /// One with all that it needs.
    pub fn new(layer_name: impl Into<String>, version_number: i64) -> Self {
        Self {
            layer_name: layer_name.into(),
            version_number,
        }
    }
}

/// The errors that `DeleteLayerVersion` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteLayerVersionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for DeleteLayerVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for DeleteLayerVersionError {}

impl From<InvalidParameterValueException> for DeleteLayerVersionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ServiceException> for DeleteLayerVersionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for DeleteLayerVersionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "DeleteLayerVersion",
    )
    .status(204);

static INPUT: Structure = Structure::new(
    "DeleteLayerVersionInput",
    &[
        Member::new("LayerName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("VersionNumber").required(),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$",
    "^(?:arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:layer:[a-zA-Z0-9\\-_]+)|[a-zA-Z0-9\\-_]+$",
);

impl FromRequest for DeleteLayerVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let layer_name = input.label(0, 0)?;
        let version_number = input.label(1, 1)?;
        input.end()?;
        Ok(Self {
            layer_name: codec::required(layer_name)?,
            version_number: codec::required(version_number)?,
        })
    }
}

impl Failure for DeleteLayerVersionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
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

impl From<Fault> for DeleteLayerVersionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
