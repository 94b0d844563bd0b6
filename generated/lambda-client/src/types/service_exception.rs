use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// Something broke inside Lambda. The request may be sent again.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ServiceException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for ServiceException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "ServiceException: {message}"),
            None => formatter.write_str("ServiceException"),
        }
    }
}

impl Error for ServiceException {}

static SERVICE_EXCEPTION: Structure = Structure::new(
    "ServiceException",
    &[Member::new("Type"), Member::new("Message").also("message")],
);

impl Decode for ServiceException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SERVICE_EXCEPTION)?;
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
