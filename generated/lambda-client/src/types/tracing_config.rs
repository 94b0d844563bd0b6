use crate::types::TracingMode;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Whether X-Ray is to trace invocations.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TracingConfig {
    /// Which invocations to trace.
    pub mode: Option<TracingMode>,
}

impl TracingConfig {
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

static TRACING_CONFIG: Structure = Structure::new(
    "TracingConfig",
    &[Member::new("Mode")],
);

impl Encode for TracingConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TRACING_CONFIG);
        members.optional(0, &self.mode);
        members.end();
    }
}
