use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};

/// `Halt`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum HaltValue {
    /// `Err`.
    Err(String),
    /// `Self`.
    SelfValue(String),
    /// `unknown`.
    UnknownValue(String),
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static HALT_VALUE: Structure = Structure::new(
    "HaltValue",
    &[Member::new("Err"), Member::new("Self"), Member::new("unknown")],
);

impl Encode for HaltValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&HALT_VALUE);
        match self {
            Self::Err(value) => members.member(0, value),
            Self::SelfValue(value) => members.member(1, value),
            Self::UnknownValue(value) => members.member(2, value),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}

impl Decode for HaltValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&HALT_VALUE)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Err(members.value()?),
            UnionMember::Known(1) => Self::SelfValue(members.value()?),
            UnionMember::Known(2) => Self::UnknownValue(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
