use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Failure {
    /// `message`.
    pub message: Option<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "Failure: {message}"),
            None => formatter.write_str("Failure"),
        }
    }
}

impl Error for Failure {}

static FAILURE: Structure = Structure::new(
    "Failure",
    &[Member::new("message").also("Message")],
);

impl Decode for Failure {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&FAILURE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
