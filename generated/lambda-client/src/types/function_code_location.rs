use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

impl Decode for FunctionCodeLocation {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&FUNCTION_CODE_LOCATION)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.repository_type = members.value()?,
                1 => value.location = members.value()?,
                2 => value.image_uri = members.value()?,
                3 => value.resolved_image_uri = members.value()?,
                4 => value.source_kms_key_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
