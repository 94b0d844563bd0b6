use crate::types::Part;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Line`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Line {
    /// `state`.
    pub state: String,
    /// `t`.
    pub t: Option<String>,
    /// `flag`.
    pub flag: Option<bool>,
    /// `flag2`.
    pub flag2: Option<bool>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `parts`.
    pub parts: Option<Vec<Part>>,
}

impl Line {
    /// One with what is required, and nothing else.
    pub fn new(state: impl Into<String>) -> Self {
        Self {
            state: state.into(),
            t: None,
            flag: None,
            flag2: None,
            wanted: None,
            parts: None,
        }
    }

    /// Sets [`t`](Self::t).
    #[must_use]
    pub fn with_t(mut self, t: impl Into<String>) -> Self {
        self.t = Some(t.into());
        self
    }

    /// Sets [`flag`](Self::flag).
    #[must_use]
    pub fn with_flag(mut self, flag: bool) -> Self {
        self.flag = Some(flag);
        self
    }

    /// Sets [`flag2`](Self::flag2).
    #[must_use]
    pub fn with_flag2(mut self, flag2: bool) -> Self {
        self.flag2 = Some(flag2);
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
    pub fn with_parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

static LINE: Structure = Structure::new(
    "Line",
    &[
        Member::new("state"),
        Member::new("t"),
        Member::new("flag"),
        Member::new("flag2"),
        Member::new("wanted"),
        Member::new("parts"),
    ],
);

impl Encode for Line {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LINE);
        members.member(0, &self.state);
        members.optional(1, &self.t);
        members.optional(2, &self.flag);
        members.optional(3, &self.flag2);
        members.optional(4, &self.wanted);
        members.optional(5, &self.parts);
        members.end();
    }
}
