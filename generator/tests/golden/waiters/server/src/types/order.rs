use crate::types::{Line, OrderState};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::collections::BTreeMap;

/// `Order`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Order {
    /// `id`.
    pub id: String,
    /// `state`.
    pub state: Option<OrderState>,
    /// `note`.
    pub note: Option<String>,
    /// `notes`.
    pub notes: Option<Vec<String>>,
    /// `cancelled`.
    pub cancelled: Option<bool>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `lines`.
    pub lines: Option<Vec<Line>>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
}

impl Order {
    /// One with what is required, and nothing else.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            state: None,
            note: None,
            notes: None,
            cancelled: None,
            wanted: None,
            lines: None,
            tags: None,
        }
    }

    /// Sets [`state`](Self::state).
    #[must_use]
    pub fn with_state(mut self, state: OrderState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets [`note`](Self::note).
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets [`notes`](Self::notes).
    #[must_use]
    pub fn with_notes(
        mut self,
        notes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.notes = Some(notes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`cancelled`](Self::cancelled).
    #[must_use]
    pub fn with_cancelled(mut self, cancelled: bool) -> Self {
        self.cancelled = Some(cancelled);
        self
    }

    /// Sets [`wanted`](Self::wanted).
    #[must_use]
    pub fn with_wanted(mut self, wanted: i32) -> Self {
        self.wanted = Some(wanted);
        self
    }

    /// Sets [`lines`](Self::lines).
    #[must_use]
    pub fn with_lines(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.lines = Some(lines.into_iter().collect());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }
}

static ORDER: Structure = Structure::new(
    "Order",
    &[
        Member::new("id"),
        Member::new("state"),
        Member::new("note"),
        Member::new("notes"),
        Member::new("cancelled"),
        Member::new("wanted"),
        Member::new("lines"),
        Member::new("tags"),
    ],
);

impl Encode for Order {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ORDER);
        members.member(0, &self.id);
        members.optional(1, &self.state);
        members.optional(2, &self.note);
        members.optional(3, &self.notes);
        members.optional(4, &self.cancelled);
        members.optional(5, &self.wanted);
        members.optional(6, &self.lines);
        members.optional(7, &self.tags);
        members.end();
    }
}
