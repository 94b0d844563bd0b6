//! `ListLayerVersions`: `GET /2018-10-31/layers/{LayerName}/versions`.

use crate::types::{
    Architecture, InvalidParameterValueException, LayerVersionsListItem,
    ResourceNotFoundException, Runtime, ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Bound, Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ListLayerVersions` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListLayerVersionsInput {
    /// Leaves out versions that were not published for this runtime.
    ///
    /// Sent as the query parameter `CompatibleRuntime`.
    pub compatible_runtime: Option<Runtime>,
    /// The layer: its name, or its ARN without a version.
    ///
    /// 1 to 140 characters; sent in the path.
    pub layer_name: String,
    /// Where to go on: the `NextMarker` of the answer before.
    ///
    /// Sent as the query parameter `Marker`.
    pub marker: Option<String>,
    /// The most versions to put into one answer, 1 to 50.
    ///
    /// 1 to 50; sent as the query parameter `MaxItems`.
    pub max_items: Option<i32>,
    /// Leaves out versions that were not published for this instruction set.
    ///
    /// Sent as the query parameter `CompatibleArchitecture`.
    pub compatible_architecture: Option<Architecture>,
}

impl ListLayerVersionsInput {
    /// One with what is required, and nothing else.
    pub fn new(layer_name: impl Into<String>) -> Self {
        Self {
            layer_name: layer_name.into(),
            compatible_runtime: None,
            marker: None,
            max_items: None,
            compatible_architecture: None,
        }
    }
}

/// What `ListLayerVersions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListLayerVersionsOutput {
    /// The `Marker` that fetches what follows; absent from the last page.
    pub next_marker: Option<String>,
    /// The versions.
    pub layer_versions: Option<Vec<LayerVersionsListItem>>,
}

impl ListLayerVersionsOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`next_marker`](Self::next_marker).
    #[must_use]
    pub fn with_next_marker(mut self, next_marker: impl Into<String>) -> Self {
        self.next_marker = Some(next_marker.into());
        self
    }

    /// Sets [`layer_versions`](Self::layer_versions).
    #[must_use]
    pub fn with_layer_versions(
        mut self,
        layer_versions: impl IntoIterator<Item = LayerVersionsListItem>,
    ) -> Self {
        self.layer_versions = Some(layer_versions.into_iter().collect());
        self
    }
}

static LIST_LAYER_VERSIONS_OUTPUT: Structure = Structure::new(
    "ListLayerVersionsOutput",
    &[Member::new("NextMarker"), Member::new("LayerVersions")],
);

impl Encode for ListLayerVersionsOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LIST_LAYER_VERSIONS_OUTPUT);
        members.optional(0, &self.next_marker);
        members.optional(1, &self.layer_versions);
        members.end();
    }
}

impl IntoResponse for ListLayerVersionsOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ListLayerVersions` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ListLayerVersionsError {
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

impl fmt::Display for ListLayerVersionsError {
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

impl Error for ListLayerVersionsError {}

impl From<InvalidParameterValueException> for ListLayerVersionsError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceNotFoundException> for ListLayerVersionsError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for ListLayerVersionsError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for ListLayerVersionsError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "ListLayerVersions",
    )
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "ListLayerVersionsInput",
    &[
        Member::new("CompatibleRuntime"),
        Member::new("LayerName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("Marker"),
        Member::new("MaxItems").min(Bound::Integer(1)).max(Bound::Integer(50)),
        Member::new("CompatibleArchitecture"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$",
    "^(?:arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:layer:[a-zA-Z0-9\\-_]+)|[a-zA-Z0-9\\-_]+$",
);

impl FromRequest for ListLayerVersionsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let compatible_runtime = input.query(0, "CompatibleRuntime")?;
        let layer_name = input.label(1, 0)?;
        let marker = input.query(2, "Marker")?;
        let max_items = input.query(3, "MaxItems")?;
        let compatible_architecture = input.query(4, "CompatibleArchitecture")?;
        input.end()?;
        Ok(Self {
            compatible_runtime,
            layer_name: codec::required(layer_name)?,
            marker,
            max_items,
            compatible_architecture,
        })
    }
}

impl Failure for ListLayerVersionsError {
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

impl From<Fault> for ListLayerVersionsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
