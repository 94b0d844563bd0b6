use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// A token in here is the caller's own.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Inner {
    /// `token`.
    pub token: Option<String>,
}

impl Inner {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

static INNER: Structure = Structure::new("Inner", &[Member::new("token")]);

impl Encode for Inner {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&INNER);
        members.optional(0, &self.token);
        members.end();
    }
}
