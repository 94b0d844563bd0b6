use farrier_runtime::codec::{Decode, Halt, Reader, Structure};
use std::error::Error;
use std::fmt;

/// `Broken`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Broken {}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Broken")
    }
}

impl Error for Broken {}

static BROKEN: Structure = Structure::new("Broken", &[]);

impl Decode for Broken {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&BROKEN)?;
        while members.next()?.is_some() {
            members.skip()?;
        }
        members.end()?;
        Ok(Self {})
    }
}
