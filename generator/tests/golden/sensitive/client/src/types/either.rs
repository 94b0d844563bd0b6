use farrier_runtime::Redacted;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
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
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

impl fmt::Debug for Either {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(value) => formatter.debug_tuple("Open").field(value).finish(),
            Self::Closed(_) => formatter.debug_tuple("Closed").field(&Redacted).finish(),
            Self::Unknown(name) => formatter.debug_tuple("Unknown").field(name).finish(),
        }
    }
}

static EITHER: Structure = Structure::new(
    "Either",
    &[Member::new("open"), Member::new("closed")],
);

impl Encode for Either {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&EITHER);
        match self {
            Self::Open(value) => members.member(0, value),
            Self::Closed(value) => members.member(1, value),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}
