use farrier_runtime::Redacted;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::fmt;

/// Why the build of a runtime is missing from an answer.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuntimeVersionError {
    /// The error's name.
    pub error_code: Option<String>,
    /// The error in words.
    pub message: Option<String>,
}

impl fmt::Debug for RuntimeVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RuntimeVersionError")
            .field("error_code", &self.error_code)
            .field("message", &Redacted::option(&self.message))
            .finish()
    }
}

static RUNTIME_VERSION_ERROR: Structure = Structure::new(
    "RuntimeVersionError",
    &[Member::new("ErrorCode"), Member::new("Message")],
);

impl Decode for RuntimeVersionError {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&RUNTIME_VERSION_ERROR)?;
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
