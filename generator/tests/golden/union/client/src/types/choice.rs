use farrier_runtime::Blob;
use farrier_runtime::codec::{
    Correct, Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};

/// One of several.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Choice {
    /// Text.
    Text(String),
    /// `numbers`.
    Numbers(Vec<i32>),
    /// `nothing`.
    Nothing,
    /// `again`.
    Again(Box<Choice>),
    /// `unknown`.
    UnknownValue(Blob),
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static CHOICE: Structure = Structure::new(
    "Choice",
    &[
        Member::new("text"),
        Member::new("numbers"),
        Member::new("nothing"),
        Member::new("again").json("other"),
        Member::new("unknown"),
    ],
);

impl Encode for Choice {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CHOICE);
        match self {
            Self::Text(value) => members.member(0, value),
            Self::Numbers(value) => members.member(1, value),
            Self::Nothing => members.unit(2),
            Self::Again(value) => members.member(3, value),
            Self::UnknownValue(value) => members.member(4, value),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}

impl Decode for Choice {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&CHOICE)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Text(members.value()?),
            UnionMember::Known(1) => Self::Numbers(members.value()?),
            UnionMember::Known(2) => {
                members.unit()?;
                Self::Nothing
            }
            UnionMember::Known(3) => Self::Again(members.value()?),
            UnionMember::Known(4) => Self::UnknownValue(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}

impl Correct for Choice {
    fn corrected() -> Self {
        Self::Unknown(String::new())
    }
}
