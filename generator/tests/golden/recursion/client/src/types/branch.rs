use crate::types::{Leaf, Tree};
use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};

/// `Branch`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Branch {
    /// `leaf`.
    Leaf(Box<Leaf>),
    /// `tree`.
    Tree(Box<Tree>),
    /// `end`.
    End,
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static BRANCH: Structure = Structure::new(
    "Branch",
    &[Member::new("leaf"), Member::new("tree"), Member::new("end")],
);

impl Encode for Branch {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&BRANCH);
        match self {
            Self::Leaf(value) => members.member(0, value),
            Self::Tree(value) => members.member(1, value),
            Self::End => members.unit(2),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}

impl Decode for Branch {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&BRANCH)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Leaf(members.value()?),
            UnionMember::Known(1) => Self::Tree(members.value()?),
            UnionMember::Known(2) => {
                members.unit()?;
                Self::End
            }
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
