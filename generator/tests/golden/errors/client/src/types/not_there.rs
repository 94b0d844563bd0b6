use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// There is none of that name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NotThere {
    /// `message`.
    pub message: String,
    /// `name`.
    pub name: Option<String>,
}

impl NotThere {
    /// One with what is required, and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            name: None,
        }
    }
}

impl fmt::Display for NotThere {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "NotThere: {message}")
    }
}

impl Error for NotThere {}

static NOT_THERE: Structure = Structure::new(
    "NotThere",
    &[Member::new("message").also("Message"), Member::new("name")],
);

impl Decode for NotThere {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&NOT_THERE)?;
        let mut message = None;
        let mut name = None;
        while let Some(member) = members.next()? {
            match member {
                0 => message = members.value()?,
                1 => name = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            message: message.unwrap_or_else(Correct::corrected),
            name,
        })
    }
}
