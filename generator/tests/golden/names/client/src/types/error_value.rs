use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// `Error`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ErrorValue {
    /// `error`.
    pub error: Option<String>,
}

impl fmt::Display for ErrorValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Error")
    }
}

impl Error for ErrorValue {}

static ERROR_VALUE: Structure = Structure::new("ErrorValue", &[Member::new("error")]);

impl Decode for ErrorValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ERROR_VALUE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.error = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
