use crate::types::OddName1Kind;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `Odd.Name-1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OddName1 {
    /// `"#*/`.
    pub quote_hash_asterisk_slash: Option<String>,
    /// (the empty string).
    pub empty: Option<String>,
    /// `9`.
    pub v9: Option<String>,
    /// `\u{202e}`.
    pub u202e: Option<String>,
    /// `fn`.
    pub r#fn: Option<String>,
    /// `kind`.
    pub kind: Option<OddName1Kind>,
}

impl OddName1 {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`quote_hash_asterisk_slash`](Self::quote_hash_asterisk_slash).
    #[must_use]
    pub fn with_quote_hash_asterisk_slash(
        mut self,
        quote_hash_asterisk_slash: impl Into<String>,
    ) -> Self {
        self.quote_hash_asterisk_slash = Some(quote_hash_asterisk_slash.into());
        self
    }

    /// Sets [`empty`](Self::empty).
    #[must_use]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }

    /// Sets [`v9`](Self::v9).
    #[must_use]
    pub fn with_v9(mut self, v9: impl Into<String>) -> Self {
        self.v9 = Some(v9.into());
        self
    }

    /// Sets [`u202e`](Self::u202e).
    #[must_use]
    pub fn with_u202e(mut self, u202e: impl Into<String>) -> Self {
        self.u202e = Some(u202e.into());
        self
    }

    /// Sets [`fn`](Self::fn).
    #[must_use]
    pub fn with_fn(mut self, r#fn: impl Into<String>) -> Self {
        self.r#fn = Some(r#fn.into());
        self
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn with_kind(mut self, kind: OddName1Kind) -> Self {
        self.kind = Some(kind);
        self
    }
}

static ODD_NAME1: Structure = Structure::new(
    "OddName1",
    &[
        Member::new("\"#*/"),
        Member::new(""),
        Member::new("9"),
        Member::new("\u{202e}"),
        Member::new("fn"),
        Member::new("kind"),
    ],
);

impl Encode for OddName1 {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ODD_NAME1);
        members.optional(0, &self.quote_hash_asterisk_slash);
        members.optional(1, &self.empty);
        members.optional(2, &self.v9);
        members.optional(3, &self.u202e);
        members.optional(4, &self.r#fn);
        members.optional(5, &self.kind);
        members.end();
    }
}

impl IntoResponse for OddName1 {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
