use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The code's signature has expired, was revoked, or is not by a publisher whom the function's code
/// signing configuration allows; and that configuration says to refuse such code.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CodeVerificationFailedException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for CodeVerificationFailedException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => {
                write!(formatter, "CodeVerificationFailedException: {message}")
            }
            None => formatter.write_str("CodeVerificationFailedException"),
        }
    }
}

impl Error for CodeVerificationFailedException {}

static CODE_VERIFICATION_FAILED_EXCEPTION: Structure = Structure::new(
    "CodeVerificationFailedException",
    &[Member::new("Type"), Member::new("Message").also("message")],
);

impl Decode for CodeVerificationFailedException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&CODE_VERIFICATION_FAILED_EXCEPTION)?;
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
