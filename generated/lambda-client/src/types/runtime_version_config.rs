use crate::types::RuntimeVersionError;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// The exact build of a runtime; if it could not be found out, the error instead.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuntimeVersionConfig {
    /// ARN of the build.
    pub runtime_version_arn: Option<String>,
    /// Why the ARN is missing, if it is.
    pub error: Option<RuntimeVersionError>,
}

static RUNTIME_VERSION_CONFIG: Structure = Structure::new(
    "RuntimeVersionConfig",
    &[Member::new("RuntimeVersionArn"), Member::new("Error")],
);

impl Decode for RuntimeVersionConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&RUNTIME_VERSION_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.runtime_version_arn = members.value()?,
                1 => value.error = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
