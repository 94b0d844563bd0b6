use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// A layer version in use by a function.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Layer {
    /// ARN of the layer version.
    pub arn: Option<String>,
    /// The size of its archive in bytes.
    pub code_size: i64,
    /// ARN of the profile that the layer is signed with, down to its version; absent if it is unsigned.
    pub signing_profile_version_arn: Option<String>,
    /// ARN of the job that signed the layer; absent if it is unsigned.
    pub signing_job_arn: Option<String>,
}

impl Layer {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`arn`](Self::arn).
    #[must_use]
    pub fn with_arn(mut self, arn: impl Into<String>) -> Self {
        self.arn = Some(arn.into());
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

static LAYER: Structure = Structure::new(
    "Layer",
    &[
        Member::new("Arn"),
        Member::new("CodeSize"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
    ],
);

impl Encode for Layer {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LAYER);
        members.optional(0, &self.arn);
        members.member(1, &self.code_size);
        members.optional(2, &self.signing_profile_version_arn);
        members.optional(3, &self.signing_job_arn);
        members.end();
    }
}
