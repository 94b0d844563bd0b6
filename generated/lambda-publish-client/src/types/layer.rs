use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

static LAYER: Structure = Structure::new(
    "Layer",
    &[
        Member::new("Arn"),
        Member::new("CodeSize"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
    ],
);

impl Decode for Layer {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LAYER)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.arn = members.value()?,
                1 => value.code_size = members.value()?.unwrap_or_default(),
                2 => value.signing_profile_version_arn = members.value()?,
                3 => value.signing_job_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
