//! `ListLayerVersions`: `GET /2018-10-31/layers/{LayerName}/versions`.

use crate::types::{
    Architecture, InvalidParameterValueException, LayerVersionsListItem,
    ResourceNotFoundException, Runtime, ServiceException, TooManyRequestsException,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Paginated, Refused,
    RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`list_layer_versions`](crate::Client::list_layer_versions) takes.
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

    /// Sets [`compatible_runtime`](Self::compatible_runtime).
    #[must_use]
    pub fn with_compatible_runtime(mut self, compatible_runtime: Runtime) -> Self {
        self.compatible_runtime = Some(compatible_runtime);
        self
    }

    /// Sets [`marker`](Self::marker).
    #[must_use]
    pub fn with_marker(mut self, marker: impl Into<String>) -> Self {
        self.marker = Some(marker.into());
        self
    }

    /// Sets [`max_items`](Self::max_items).
    #[must_use]
    pub fn with_max_items(mut self, max_items: i32) -> Self {
        self.max_items = Some(max_items);
        self
    }

    /// Sets [`compatible_architecture`](Self::compatible_architecture).
    #[must_use]
    pub fn with_compatible_architecture(
        mut self,
        compatible_architecture: Architecture,
    ) -> Self {
        self.compatible_architecture = Some(compatible_architecture);
        self
    }
}

/// What [`list_layer_versions`](crate::Client::list_layer_versions) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListLayerVersionsOutput {
    /// The `Marker` that fetches what follows; absent from the last page.
    pub next_marker: Option<String>,
    /// The versions.
    pub layer_versions: Option<Vec<LayerVersionsListItem>>,
}

static LIST_LAYER_VERSIONS_OUTPUT: Structure = Structure::new(
    "ListLayerVersionsOutput",
    &[Member::new("NextMarker"), Member::new("LayerVersions")],
);

impl Decode for ListLayerVersionsOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LIST_LAYER_VERSIONS_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.next_marker = members.value()?,
                1 => value.layer_versions = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `ListLayerVersions` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListLayerVersionsError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for ListLayerVersionsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ListLayerVersionsError {}

impl ServiceError for ListLayerVersionsError {
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
        "ListLayerVersions",
        "GET",
        "/2018-10-31/layers/{LayerName}/versions",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "ListLayerVersionsInput",
    &[
        Member::new("CompatibleRuntime"),
        Member::new("LayerName"),
        Member::new("Marker"),
        Member::new("MaxItems"),
        Member::new("CompatibleArchitecture"),
    ],
);

impl Operation for ListLayerVersionsInput {
    type Output = ListLayerVersionsOutput;
    type Error = ListLayerVersionsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2018-10-31/layers/");
        request.label(&INPUT, 1, &self.layer_name)?;
        request.literal("/versions");
        if let Some(value) = &self.compatible_runtime {
            request.query(&INPUT, 0, "CompatibleRuntime", value);
        }
        if let Some(value) = &self.marker {
            request.query(&INPUT, 2, "Marker", value);
        }
        if let Some(value) = &self.max_items {
            request.query(&INPUT, 3, "MaxItems", value);
        }
        if let Some(value) = &self.compatible_architecture {
            request.query(&INPUT, 4, "CompatibleArchitecture", value);
        }
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
                ListLayerVersionsError::InvalidParameterValueException(response.body()?)
            }
            "ResourceNotFoundException" => {
                ListLayerVersionsError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => {
                ListLayerVersionsError::ServiceException(response.body()?)
            }
            "TooManyRequestsException" => {
                ListLayerVersionsError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}

impl Paginated for ListLayerVersionsInput {
    type Token = String;
    type Items = Vec<LayerVersionsListItem>;

    fn next_token(output: &Self::Output) -> Option<&Self::Token> {
        output.next_marker.as_ref()
    }

    fn set_token(&mut self, token: Self::Token) {
        self.marker = Some(token);
    }

    fn items(output: Self::Output) -> Option<Self::Items> {
        output.layer_versions
    }
}
