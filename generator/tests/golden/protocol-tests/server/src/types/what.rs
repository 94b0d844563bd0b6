use crate::types::Book;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure, UnionMember};

/// `What`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum What {
    /// `book`.
    Book(Book),
    /// `nothing`.
    Nothing,
}

static WHAT: Structure = Structure::new(
    "What",
    &[Member::new("book"), Member::new("nothing")],
);

impl Decode for What {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&WHAT)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Book(members.value()?),
            UnionMember::Known(1) => {
                members.unit()?;
                Self::Nothing
            }
            _ => return Err(members.unrecognised()),
        };
        members.end()?;
        Ok(value)
    }
}
