use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure, UnionMember};

/// `Either`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Either {
    /// `text`.
    Text(String),
    /// `number`.
    Number(i32),
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static EITHER: Structure = Structure::new(
    "Either",
    &[Member::new("text"), Member::new("number")],
);

impl Decode for Either {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&EITHER)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Text(members.value()?),
            UnionMember::Known(1) => Self::Number(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
