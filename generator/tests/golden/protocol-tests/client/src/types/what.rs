use crate::types::Book;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `What`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum What {
    /// `book`.
    Book(Book),
    /// `nothing`.
    Nothing,
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static WHAT: Structure = Structure::new(
    "What",
    &[Member::new("book"), Member::new("nothing")],
);

impl Encode for What {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&WHAT);
        match self {
            Self::Book(value) => members.member(0, value),
            Self::Nothing => members.unit(1),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}
