use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The code is not what was signed. Unlike other flaws of a signature, this one is never let
/// through.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct InvalidCodeSignatureException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for InvalidCodeSignatureException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => {
                write!(formatter, "InvalidCodeSignatureException: {message}")
            }
            None => formatter.write_str("InvalidCodeSignatureException"),
        }
    }
}

impl Error for InvalidCodeSignatureException {}

static INVALID_CODE_SIGNATURE_EXCEPTION: Structure = Structure::new(
    "InvalidCodeSignatureException",
    &[Member::new("Type"), Member::new("Message").also("message")],
);

impl Decode for InvalidCodeSignatureException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&INVALID_CODE_SIGNATURE_EXCEPTION)?;
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
