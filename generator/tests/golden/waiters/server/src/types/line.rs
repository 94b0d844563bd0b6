use crate::types::Part;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Line`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Line {
    /// `state`.
    pub state: String,
    /// `amount`.
    pub amount: Option<i64>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `parts`.
    pub parts: Option<Vec<Vec<Part>>>,
}

impl Line {
    /// One with what is required, and nothing else.
    pub fn new(state: impl Into<String>) -> Self {
        Self {
            state: state.into(),
            amount: None,
            wanted: None,
            parts: None,
        }
    }

    /// Sets [`amount`](Self::amount).
    #[must_use]
    pub fn with_amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Sets [`wanted`](Self::wanted).
    #[must_use]
    pub fn with_wanted(mut self, wanted: i32) -> Self {
        self.wanted = Some(wanted);
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = Vec<Part>>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

static LINE: Structure = Structure::new(
    "Line",
    &[
        Member::new("state"),
        Member::new("amount"),
        Member::new("wanted"),
        Member::new("parts"),
    ],
);

impl Encode for Line {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LINE);
        members.member(0, &self.state);
        members.optional(1, &self.amount);
        members.optional(2, &self.wanted);
        members.optional(3, &self.parts);
        members.end();
    }
}
