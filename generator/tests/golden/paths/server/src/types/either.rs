use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Either`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Either {
    /// `text`.
    Text(String),
    /// `number`.
    Number(i32),
}

static EITHER: Structure = Structure::new(
    "Either",
    &[Member::new("text"), Member::new("number")],
);

impl Encode for Either {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&EITHER);
        match self {
            Self::Text(value) => members.member(0, value),
            Self::Number(value) => members.member(1, value),
        }
        members.end();
    }
}
