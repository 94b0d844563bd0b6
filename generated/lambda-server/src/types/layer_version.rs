use crate::types::{Architecture, LayerVersionContentOutput, Runtime};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// A version of a layer.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LayerVersion {
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

impl LayerVersion {
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

static LAYER_VERSION: Structure = Structure::new(
    "LayerVersion",
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

impl Encode for LayerVersion {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LAYER_VERSION);
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

impl IntoResponse for LayerVersion {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
