use farrier_runtime::Redacted;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::fmt;

/// Why a function's environment variables are missing from an answer.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnvironmentError {
    /// The error's name.
    pub error_code: Option<String>,
    /// The error in words.
    pub message: Option<String>,
}

impl fmt::Debug for EnvironmentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EnvironmentError")
            .field("error_code", &self.error_code)
            .field("message", &Redacted::option(&self.message))
            .finish()
    }
}

static ENVIRONMENT_ERROR: Structure = Structure::new(
    "EnvironmentError",
    &[Member::new("ErrorCode"), Member::new("Message")],
);

impl Decode for EnvironmentError {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ENVIRONMENT_ERROR)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.error_code = members.value()?,
                1 => value.message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
