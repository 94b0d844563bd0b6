use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Where a function's code can be had.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FunctionCodeLocation {
    /// What stores it: `S3` for archives, `ECR` for images.
    pub repository_type: Option<String>,
    /// A presigned link to the archive, good for ten minutes.
    pub location: Option<String>,
    /// The image that the function was given.
    pub image_uri: Option<String>,
    /// The same image, pinned by its digest.
    pub resolved_image_uri: Option<String>,
    /// ARN of the KMS key that the archive is encrypted with, if it is not Lambda's own.
    pub source_kms_key_arn: Option<String>,
}

impl FunctionCodeLocation {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`repository_type`](Self::repository_type).
    #[must_use]
    pub fn with_repository_type(mut self, repository_type: impl Into<String>) -> Self {
        self.repository_type = Some(repository_type.into());
        self
    }

    /// Sets [`location`](Self::location).
    #[must_use]
    pub fn with_location(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// Sets [`image_uri`](Self::image_uri).
    #[must_use]
    pub fn with_image_uri(mut self, image_uri: impl Into<String>) -> Self {
        self.image_uri = Some(image_uri.into());
        self
    }

    /// Sets [`resolved_image_uri`](Self::resolved_image_uri).
    #[must_use]
    pub fn with_resolved_image_uri(
        mut self,
        resolved_image_uri: impl Into<String>,
    ) -> Self {
        self.resolved_image_uri = Some(resolved_image_uri.into());
        self
    }

    /// Sets [`source_kms_key_arn`](Self::source_kms_key_arn).
    #[must_use]
    pub fn with_source_kms_key_arn(
        mut self,
        source_kms_key_arn: impl Into<String>,
    ) -> Self {
        self.source_kms_key_arn = Some(source_kms_key_arn.into());
        self
    }
}

static FUNCTION_CODE_LOCATION: Structure = Structure::new(
    "FunctionCodeLocation",
    &[
        Member::new("RepositoryType"),
        Member::new("Location"),
        Member::new("ImageUri"),
        Member::new("ResolvedImageUri"),
        Member::new("SourceKMSKeyArn"),
    ],
);

impl Encode for FunctionCodeLocation {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FUNCTION_CODE_LOCATION);
        members.optional(0, &self.repository_type);
        members.optional(1, &self.location);
        members.optional(2, &self.image_uri);
        members.optional(3, &self.resolved_image_uri);
        members.optional(4, &self.source_kms_key_arn);
        members.end();
    }
}
