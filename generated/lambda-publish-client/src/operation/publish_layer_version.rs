//! `PublishLayerVersion`: `POST /2018-10-31/layers/{LayerName}/versions`.

use crate::types::{
    Architecture, BadRequestResponse, LayerVersionContentInput,
    LayerVersionContentOutput, ResourceNotFoundException, Runtime, ServiceException,
    TooManyRequests,
};
use farrier_runtime::client::{
    ErrorCode, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`publish_layer_version`](crate::Client::publish_layer_version) takes.
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
    /// Up to 15 runtimes that the layer is meant for. Its versions can be looked up by them; nothing
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

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
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

/// What [`publish_layer_version`](crate::Client::publish_layer_version) answers.
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

impl Decode for PublishLayerVersionOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PUBLISH_LAYER_VERSION_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.content = members.value()?,
                1 => value.layer_arn = members.value()?,
                2 => value.layer_version_arn = members.value()?,
                3 => value.description = members.value()?,
                4 => value.created_date = members.value()?,
                5 => value.version = members.value()?.unwrap_or_default(),
                6 => value.compatible_runtimes = members.value()?,
                7 => value.license_info = members.value()?,
                8 => value.compatible_architectures = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `PublishLayerVersion` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PublishLayerVersionError {
    /// The request is refused: the account has no room left, or a parameter breaks a rule.
    ///
    /// Status 400.
    BadRequest(BadRequestResponse),
    /// There is no such function or layer version.
    ///
    /// Status 404.
    NotFound(ResourceNotFoundException),
    /// Requests come too fast.
    ///
    /// Status 429.
    TooManyRequests(TooManyRequests),
    /// Something broke inside Lambda.
    ///
    /// Status 500.
    InternalServerError(ServiceException),
}

impl fmt::Display for PublishLayerVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadRequest(error) => write!(formatter, "400: {error:?}"),
            Self::NotFound(error) => write!(formatter, "404: {error:?}"),
            Self::TooManyRequests(error) => write!(formatter, "429: {error:?}"),
            Self::InternalServerError(error) => write!(formatter, "500: {error:?}"),
        }
    }
}

impl Error for PublishLayerVersionError {}

impl ServiceError for PublishLayerVersionError {
    fn code(&self) -> &str {
        match self {
            Self::BadRequest(..) => "400",
            Self::NotFound(..) => "404",
            Self::TooManyRequests(..) => "429",
            Self::InternalServerError(..) => "500",
        }
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
    "PublishLayerVersion",
    "POST",
    "/2018-10-31/layers/{LayerName}/versions",
);

static INPUT: Structure = Structure::new(
    "PublishLayerVersionInput",
    &[
        Member::new("LayerName"),
        Member::new("Description"),
        Member::new("Content"),
        Member::new("CompatibleRuntimes"),
        Member::new("LicenseInfo"),
        Member::new("CompatibleArchitectures"),
    ],
);

impl Operation for PublishLayerVersionInput {
    type Output = PublishLayerVersionOutput;
    type Error = PublishLayerVersionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2018-10-31/layers/");
        request.label(&INPUT, 0, &self.layer_name)?;
        request.literal("/versions");
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.description);
        members.member(2, &self.content);
        members.optional(3, &self.compatible_runtimes);
        members.optional(4, &self.license_info);
        members.optional(5, &self.compatible_architectures);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.status() {
            400 => PublishLayerVersionError::BadRequest(response.read()?),
            404 => PublishLayerVersionError::NotFound(response.body()?),
            429 => PublishLayerVersionError::TooManyRequests(response.read()?),
            500 => PublishLayerVersionError::InternalServerError(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
