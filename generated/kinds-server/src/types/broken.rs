use crate::types::Suit;
use farrier_runtime::Document;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// The service's fault.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Broken {
    /// `suit`.
    pub suit: Option<Suit>,
    /// `document`.
    pub document: Option<Document>,
}

impl Broken {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`suit`](Self::suit).
    #[must_use]
    pub fn with_suit(mut self, suit: Suit) -> Self {
        self.suit = Some(suit);
        self
    }

    /// Sets [`document`](Self::document).
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Document>) -> Self {
        self.document = Some(document.into());
        self
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Broken")
    }
}

impl Error for Broken {}

static BROKEN: Structure = Structure::new(
    "Broken",
    &[Member::new("suit"), Member::new("document")],
);

impl Encode for Broken {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&BROKEN);
        members.optional(0, &self.suit);
        members.optional(1, &self.document);
        members.end();
    }
}

impl IntoResponse for Broken {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
