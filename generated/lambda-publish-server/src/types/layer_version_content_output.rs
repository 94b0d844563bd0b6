use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// The archive of a published layer version.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LayerVersionContentOutput {
    /// A presigned link to the archive, good for ten minutes.
    pub location: Option<String>,
    /// The archive's SHA-256 digest, in base64.
    pub code_sha256: Option<String>,
    /// The archive's size in bytes.
    pub code_size: i64,
    /// ARN of the profile that the archive is signed with, down to its version; absent if it is
    /// unsigned.
    pub signing_profile_version_arn: Option<String>,
    /// ARN of the job that signed the archive; absent if it is unsigned.
    pub signing_job_arn: Option<String>,
}

impl LayerVersionContentOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`location`](Self::location).
    #[must_use]
    pub fn with_location(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// Sets [`code_sha256`](Self::code_sha256).
    #[must_use]
    pub fn with_code_sha256(mut self, code_sha256: impl Into<String>) -> Self {
        self.code_sha256 = Some(code_sha256.into());
        self
    }

    /// Sets [`code_size`](Self::code_size).
    #[must_use]
    pub fn with_code_size(mut self, code_size: i64) -> Self {
        self.code_size = code_size;
        self
    }

    /// Sets [`signing_profile_version_arn`](Self::signing_profile_version_arn).
    #[must_use]
    pub fn with_signing_profile_version_arn(
        mut self,
        signing_profile_version_arn: impl Into<String>,
    ) -> Self {
        self.signing_profile_version_arn = Some(signing_profile_version_arn.into());
        self
    }

    /// Sets [`signing_job_arn`](Self::signing_job_arn).
    #[must_use]
    pub fn with_signing_job_arn(mut self, signing_job_arn: impl Into<String>) -> Self {
        self.signing_job_arn = Some(signing_job_arn.into());
        self
    }
}

static LAYER_VERSION_CONTENT_OUTPUT: Structure = Structure::new(
    "LayerVersionContentOutput",
    &[
        Member::new("Location"),
        Member::new("CodeSha256"),
        Member::new("CodeSize"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
    ],
);

impl Encode for LayerVersionContentOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LAYER_VERSION_CONTENT_OUTPUT);
        members.optional(0, &self.location);
        members.optional(1, &self.code_sha256);
        members.member(2, &self.code_size);
        members.optional(3, &self.signing_profile_version_arn);
        members.optional(4, &self.signing_job_arn);
        members.end();
    }
}
