use crate::types::EnvironmentError;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;

/// The environment variables that are set; if they could not be decrypted, the error instead.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnvironmentResponse {
    /// Names and values.
    pub variables: Option<BTreeMap<String, String>>,
    /// Why they are missing, if they are.
    pub error: Option<EnvironmentError>,
}

static ENVIRONMENT_RESPONSE: Structure = Structure::new(
    "EnvironmentResponse",
    &[Member::new("Variables"), Member::new("Error")],
);

impl Decode for EnvironmentResponse {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ENVIRONMENT_RESPONSE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.variables = members.value()?,
                1 => value.error = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
