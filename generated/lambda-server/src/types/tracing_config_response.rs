use crate::types::TracingMode;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Whether X-Ray traces invocations.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TracingConfigResponse {
    /// Which invocations are traced.
    pub mode: Option<TracingMode>,
}

impl TracingConfigResponse {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`mode`](Self::mode).
    #[must_use]
    pub fn with_mode(mut self, mode: TracingMode) -> Self {
        self.mode = Some(mode);
        self
    }
}

static TRACING_CONFIG_RESPONSE: Structure = Structure::new(
    "TracingConfigResponse",
    &[Member::new("Mode")],
);

impl Encode for TracingConfigResponse {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TRACING_CONFIG_RESPONSE);
        members.optional(0, &self.mode);
        members.end();
    }
}
