use crate::types::{Rank, Suit, Tree};
use farrier_runtime::{Blob, Document, Timestamp, TimestampFormat};
use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};
use std::collections::BTreeMap;

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
    /// `rank`.
    Rank(Rank),
    /// `time`.
    Time(Timestamp),
    /// `strings`.
    Strings(Vec<String>),
    /// `entries`.
    Entries(BTreeMap<Suit, Vec<Suit>>),
    /// `document`.
    Document(Document),
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
        Member::new("rank"),
        Member::new("time").timestamp(TimestampFormat::HttpDate),
        Member::new("strings"),
        Member::new("entries"),
        Member::new("document"),
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
            Self::Rank(value) => members.member(4, value),
            Self::Time(value) => members.member(5, value),
            Self::Strings(value) => members.member(6, value),
            Self::Entries(value) => members.member(7, value),
            Self::Document(value) => members.member(8, value),
            Self::Nothing => members.unit(9),
            Self::Again(value) => members.member(10, value),
            Self::Tree(value) => members.member(11, value),
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
            UnionMember::Known(4) => Self::Rank(members.value()?),
            UnionMember::Known(5) => Self::Time(members.value()?),
            UnionMember::Known(6) => Self::Strings(members.value()?),
            UnionMember::Known(7) => Self::Entries(members.value()?),
            UnionMember::Known(8) => Self::Document(members.value()?),
            UnionMember::Known(9) => {
                members.unit()?;
                Self::Nothing
            }
            UnionMember::Known(10) => Self::Again(members.value()?),
            UnionMember::Known(11) => Self::Tree(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
