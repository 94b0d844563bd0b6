use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

impl Decode for LayerVersionContentOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LAYER_VERSION_CONTENT_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.location = members.value()?,
                1 => value.code_sha256 = members.value()?,
                2 => value.code_size = members.value()?.unwrap_or_default(),
                3 => value.signing_profile_version_arn = members.value()?,
                4 => value.signing_job_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
