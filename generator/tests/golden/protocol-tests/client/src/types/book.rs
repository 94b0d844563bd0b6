use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Book`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Book {
    /// `title`.
    ///
    /// At least 1 character.
    pub title: Option<String>,
}

impl Book {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

static BOOK: Structure = Structure::new("Book", &[Member::new("title")]);

impl Encode for Book {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&BOOK);
        members.optional(0, &self.title);
        members.end();
    }
}
