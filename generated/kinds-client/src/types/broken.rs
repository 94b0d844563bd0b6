use crate::types::Suit;
use farrier_runtime::Document;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The service's fault.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Broken {
    /// `suit`.
    pub suit: Option<Suit>,
    /// `document`.
    pub document: Option<Document>,
}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Broken")
    }
}

impl Error for Broken {}

static BROKEN: Structure = Structure::new(
    "Broken",
    &[Member::new("suit"), Member::new("document")],
);

impl Decode for Broken {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&BROKEN)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.suit = members.value()?,
                1 => value.document = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
