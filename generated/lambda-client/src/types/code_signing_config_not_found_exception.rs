use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// There is no code signing configuration with this ARN.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CodeSigningConfigNotFoundException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for CodeSigningConfigNotFoundException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => {
                write!(formatter, "CodeSigningConfigNotFoundException: {message}")
            }
            None => formatter.write_str("CodeSigningConfigNotFoundException"),
        }
    }
}

impl Error for CodeSigningConfigNotFoundException {}

static CODE_SIGNING_CONFIG_NOT_FOUND_EXCEPTION: Structure = Structure::new(
    "CodeSigningConfigNotFoundException",
    &[Member::new("Type"), Member::new("Message").also("message")],
);

impl Decode for CodeSigningConfigNotFoundException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&CODE_SIGNING_CONFIG_NOT_FOUND_EXCEPTION)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.r#type = members.value()?,
                1 => value.message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
