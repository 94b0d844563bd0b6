use crate::types::ValidationExceptionField;
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// `ValidationException`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ValidationException {
    /// `message`.
    pub message: String,
    /// `fieldList`.
    pub field_list: Option<Vec<ValidationExceptionField>>,
}

impl ValidationException {
    /// One with what is required, and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            field_list: None,
        }
    }
}

impl fmt::Display for ValidationException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "ValidationException: {message}")
    }
}

impl Error for ValidationException {}

static VALIDATION_EXCEPTION: Structure = Structure::new(
    "ValidationException",
    &[Member::new("message").also("Message"), Member::new("fieldList")],
);

impl Decode for ValidationException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&VALIDATION_EXCEPTION)?;
        let mut message = None;
        let mut field_list = None;
        while let Some(member) = members.next()? {
            match member {
                0 => message = members.value()?,
                1 => field_list = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            message: message.unwrap_or_else(Correct::corrected),
            field_list,
        })
    }
}
