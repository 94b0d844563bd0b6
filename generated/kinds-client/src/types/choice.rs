use crate::types::{Suit, Tree};
use farrier_runtime::{Blob, Timestamp, TimestampFormat};
use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};

/// One of several.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Choice {
    /// `string`.
    String(String),
    /// `number`.
    Number(f64),
    /// `bytes`.
    Bytes(Blob),
    /// `suit`.
    Suit(Suit),
    /// `time`.
    Time(Timestamp),
    /// `strings`.
    Strings(Vec<String>),
    /// `nothing`.
    Nothing,
    /// `again`.
    Again(Box<Choice>),
    /// `tree`.
    Tree(Box<Tree>),
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static CHOICE: Structure = Structure::new(
    "Choice",
    &[
        Member::new("string"),
        Member::new("number"),
        Member::new("bytes"),
        Member::new("suit"),
        Member::new("time").timestamp(TimestampFormat::HttpDate),
        Member::new("strings"),
        Member::new("nothing"),
        Member::new("again"),
        Member::new("tree"),
    ],
);

impl Encode for Choice {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CHOICE);
        match self {
            Self::String(value) => members.member(0, value),
            Self::Number(value) => members.member(1, value),
            Self::Bytes(value) => members.member(2, value),
            Self::Suit(value) => members.member(3, value),
            Self::Time(value) => members.member(4, value),
            Self::Strings(value) => members.member(5, value),
            Self::Nothing => members.unit(6),
            Self::Again(value) => members.member(7, value),
            Self::Tree(value) => members.member(8, value),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}

impl Decode for Choice {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&CHOICE)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::String(members.value()?),
            UnionMember::Known(1) => Self::Number(members.value()?),
            UnionMember::Known(2) => Self::Bytes(members.value()?),
            UnionMember::Known(3) => Self::Suit(members.value()?),
            UnionMember::Known(4) => Self::Time(members.value()?),
            UnionMember::Known(5) => Self::Strings(members.value()?),
            UnionMember::Known(6) => {
                members.unit()?;
                Self::Nothing
            }
            UnionMember::Known(7) => Self::Again(members.value()?),
            UnionMember::Known(8) => Self::Tree(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
