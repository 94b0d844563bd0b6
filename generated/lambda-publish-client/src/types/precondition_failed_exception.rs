use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The function is no longer at the revision that the request names in `RevisionId`. Read it again,
/// and decide anew.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PreconditionFailedException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for PreconditionFailedException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "PreconditionFailedException: {message}"),
            None => formatter.write_str("PreconditionFailedException"),
        }
    }
}

impl Error for PreconditionFailedException {}

static PRECONDITION_FAILED_EXCEPTION: Structure = Structure::new(
    "PreconditionFailedException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Decode for PreconditionFailedException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PRECONDITION_FAILED_EXCEPTION)?;
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
