use crate::types::{ResultValue, VecValue};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `Option`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OptionValue {
    /// `some`.
    pub some: Option<ResultValue>,
    /// `none`.
    pub none: Option<VecValue>,
}

impl OptionValue {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`some`](Self::some).
    #[must_use]
    pub fn with_some(mut self, some: ResultValue) -> Self {
        self.some = Some(some);
        self
    }

    /// Sets [`none`](Self::none).
    #[must_use]
    pub fn with_none(mut self, none: VecValue) -> Self {
        self.none = Some(none);
        self
    }
}

static OPTION_VALUE: Structure = Structure::new(
    "OptionValue",
    &[Member::new("some"), Member::new("none")],
);

impl Encode for OptionValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&OPTION_VALUE);
        members.optional(0, &self.some);
        members.optional(1, &self.none);
        members.end();
    }
}

impl IntoResponse for OptionValue {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
