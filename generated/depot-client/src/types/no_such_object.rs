use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// There is no object of that name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NoSuchObject {
    /// `message`.
    pub message: String,
}

impl NoSuchObject {
    /// One with all that it needs.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for NoSuchObject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "NoSuchObject: {message}")
    }
}

impl Error for NoSuchObject {}

static NO_SUCH_OBJECT: Structure = Structure::new(
    "NoSuchObject",
    &[Member::new("message").also("Message")],
);

impl Decode for NoSuchObject {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&NO_SUCH_OBJECT)?;
        let mut message = None;
        while let Some(member) = members.next()? {
            match member {
                0 => message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            message: message.unwrap_or_else(Correct::corrected),
        })
    }
}
