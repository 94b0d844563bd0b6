use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `Result`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ResultValue {
    /// `ok`.
    pub ok: Option<String>,
}

impl ResultValue {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`ok`](Self::ok).
    #[must_use]
    pub fn with_ok(mut self, ok: impl Into<String>) -> Self {
        self.ok = Some(ok.into());
        self
    }
}

static RESULT_VALUE: Structure = Structure::new("ResultValue", &[Member::new("ok")]);

impl Encode for ResultValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RESULT_VALUE);
        members.optional(0, &self.ok);
        members.end();
    }
}

impl IntoResponse for ResultValue {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
