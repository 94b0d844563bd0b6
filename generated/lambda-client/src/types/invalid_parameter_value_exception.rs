use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The request breaks a rule that goes beyond the form of its members; the text says which.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct InvalidParameterValueException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for InvalidParameterValueException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => {
                write!(formatter, "InvalidParameterValueException: {message}")
            }
            None => formatter.write_str("InvalidParameterValueException"),
        }
    }
}

impl Error for InvalidParameterValueException {}

static INVALID_PARAMETER_VALUE_EXCEPTION: Structure = Structure::new(
    "InvalidParameterValueException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Decode for InvalidParameterValueException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&INVALID_PARAMETER_VALUE_EXCEPTION)?;
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
