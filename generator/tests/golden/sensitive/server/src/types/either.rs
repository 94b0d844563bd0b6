use farrier_runtime::Redacted;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure, UnionMember};
use std::fmt;

/// `Either`.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Either {
    /// `open`.
    Open(String),
    /// `closed`.
    Closed(String),
}

impl fmt::Debug for Either {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(value) => formatter.debug_tuple("Open").field(value).finish(),
            Self::Closed(_) => formatter.debug_tuple("Closed").field(&Redacted).finish(),
        }
    }
}

static EITHER: Structure = Structure::new(
    "Either",
    &[Member::new("open"), Member::new("closed").sensitive()],
);

impl Decode for Either {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&EITHER)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Open(members.value()?),
            UnionMember::Known(1) => Self::Closed(members.value()?),
            _ => return Err(members.unrecognised()),
        };
        members.end()?;
        Ok(value)
    }
}
