//! `PublishLayerVersion`: `POST /2018-10-31/layers/{LayerName}/versions`.

use crate::types::{
    Architecture, CodeStorageExceededException, InvalidParameterValueException,
    LayerVersionContentInput, LayerVersionContentOutput, ResourceNotFoundException,
    Runtime, ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `PublishLayerVersion` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PublishLayerVersionInput {
    /// The layer: its name, or its ARN without a version.
    ///
    /// 1 to 140 characters; sent in the path.
    pub layer_name: String,
    /// A note about this version, up to 256 characters.
    ///
    /// At most 256 characters.
    pub description: Option<String>,
    /// The archive, or where to fetch it.
    pub content: LayerVersionContentInput,
    /// Up to 15 runtimes that the layer is meant for. `ListLayerVersions` can filter by them; nothing
    /// stops a function with another runtime from using the layer.
    ///
    /// At most 15 items.
    pub compatible_runtimes: Option<Vec<Runtime>>,
    /// The terms that the layer may be used under, in up to 512 characters: an SPDX identifier such as
    /// `Apache-2.0`, a link, or the text in full.
    ///
    /// At most 512 characters.
    pub license_info: Option<String>,
    /// Up to two instruction sets that the layer is meant for.
    ///
    /// At most 2 items.
    pub compatible_architectures: Option<Vec<Architecture>>,
}

impl PublishLayerVersionInput {
    /// One with what is required, and nothing else.
    pub fn new(
        layer_name: impl Into<String>,
        content: LayerVersionContentInput,
    ) -> Self {
        Self {
            layer_name: layer_name.into(),
            content,
            description: None,
            compatible_runtimes: None,
            license_info: None,
            compatible_architectures: None,
        }
    }
}

/// What `PublishLayerVersion` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PublishLayerVersionOutput {
    /// The archive: its link, size and digest.
    pub content: Option<LayerVersionContentOutput>,
    /// ARN of the layer, without a version.
    pub layer_arn: Option<String>,
    /// ARN of this version, which is what functions refer to.
    pub layer_version_arn: Option<String>,
    /// The note that it was published with.
    pub description: Option<String>,
    /// When it was published: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    pub created_date: Option<String>,
    /// Its number.
    pub version: i64,
    /// The runtimes it is meant for.
    pub compatible_runtimes: Option<Vec<Runtime>>,
    /// The terms that it may be used under.
    pub license_info: Option<String>,
    /// The instruction sets it is meant for.
    pub compatible_architectures: Option<Vec<Architecture>>,
}

impl PublishLayerVersionOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn with_content(mut self, content: LayerVersionContentOutput) -> Self {
        self.content = Some(content);
        self
    }

    /// Sets [`layer_arn`](Self::layer_arn).
    #[must_use]
    pub fn with_layer_arn(mut self, layer_arn: impl Into<String>) -> Self {
        self.layer_arn = Some(layer_arn.into());
        self
    }

    /// Sets [`layer_version_arn`](Self::layer_version_arn).
    #[must_use]
    pub fn with_layer_version_arn(
        mut self,
        layer_version_arn: impl Into<String>,
    ) -> Self {
        self.layer_version_arn = Some(layer_version_arn.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`created_date`](Self::created_date).
    #[must_use]
    pub fn with_created_date(mut self, created_date: impl Into<String>) -> Self {
        self.created_date = Some(created_date.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn with_version(mut self, version: i64) -> Self {
        self.version = version;
        self
    }

    /// Sets [`compatible_runtimes`](Self::compatible_runtimes).
    #[must_use]
    pub fn with_compatible_runtimes(
        mut self,
        compatible_runtimes: impl IntoIterator<Item = Runtime>,
    ) -> Self {
        self.compatible_runtimes = Some(compatible_runtimes.into_iter().collect());
        self
    }

    /// Sets [`license_info`](Self::license_info).
    #[must_use]
    pub fn with_license_info(mut self, license_info: impl Into<String>) -> Self {
        self.license_info = Some(license_info.into());
        self
    }

    /// Sets [`compatible_architectures`](Self::compatible_architectures).
    #[must_use]
    pub fn with_compatible_architectures(
        mut self,
        compatible_architectures: impl IntoIterator<Item = Architecture>,
    ) -> Self {
        self.compatible_architectures = Some(
            compatible_architectures.into_iter().collect(),
        );
        self
    }
}

static PUBLISH_LAYER_VERSION_OUTPUT: Structure = Structure::new(
    "PublishLayerVersionOutput",
    &[
        Member::new("Content"),
        Member::new("LayerArn"),
        Member::new("LayerVersionArn"),
        Member::new("Description"),
        Member::new("CreatedDate"),
        Member::new("Version"),
        Member::new("CompatibleRuntimes"),
        Member::new("LicenseInfo"),
        Member::new("CompatibleArchitectures"),
    ],
);

impl Encode for PublishLayerVersionOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PUBLISH_LAYER_VERSION_OUTPUT);
        members.optional(0, &self.content);
        members.optional(1, &self.layer_arn);
        members.optional(2, &self.layer_version_arn);
        members.optional(3, &self.description);
        members.optional(4, &self.created_date);
        members.member(5, &self.version);
        members.optional(6, &self.compatible_runtimes);
        members.optional(7, &self.license_info);
        members.optional(8, &self.compatible_architectures);
        members.end();
    }
}

impl IntoResponse for PublishLayerVersionOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `PublishLayerVersion` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PublishLayerVersionError {
    /// Status 400.
    CodeStorageExceededException(CodeStorageExceededException),
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

impl fmt::Display for PublishLayerVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeStorageExceededException(error) => write!(formatter, "{error}"),
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PublishLayerVersionError {}

impl From<CodeStorageExceededException> for PublishLayerVersionError {
    fn from(error: CodeStorageExceededException) -> Self {
        Self::CodeStorageExceededException(error)
    }
}

impl From<InvalidParameterValueException> for PublishLayerVersionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceNotFoundException> for PublishLayerVersionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for PublishLayerVersionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for PublishLayerVersionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "PublishLayerVersion",
    )
    .status(201)
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PublishLayerVersionInput",
    &[
        Member::new("LayerName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("Description").length(0, 256),
        Member::new("Content").required(),
        Member::new("CompatibleRuntimes").length(0, 15),
        Member::new("LicenseInfo").length(0, 512),
        Member::new("CompatibleArchitectures").length(0, 2),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$",
    "^(?:arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:layer:[a-zA-Z0-9\\-_]+)|[a-zA-Z0-9\\-_]+$",
);

impl FromRequest for PublishLayerVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let layer_name = input.label(0, 0)?;
        let mut description = None;
        let mut content = None;
        let mut compatible_runtimes = None;
        let mut license_info = None;
        let mut compatible_architectures = None;
        while let Some(member) = input.next()? {
            match member {
                1 => description = input.value()?,
                2 => content = input.value()?,
                3 => compatible_runtimes = input.value()?,
                4 => license_info = input.value()?,
                5 => compatible_architectures = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            layer_name: codec::required(layer_name)?,
            description,
            content: codec::required(content)?,
            compatible_runtimes,
            license_info,
            compatible_architectures,
        })
    }
}

impl Failure for PublishLayerVersionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::CodeStorageExceededException(error) => {
                response.error("CodeStorageExceededException", 400, error)
            }
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

impl From<Fault> for PublishLayerVersionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
