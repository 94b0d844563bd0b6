use crate::types::RuntimeVersionError;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// The exact build of a runtime; if it could not be found out, the error instead.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuntimeVersionConfig {
    /// ARN of the build.
    pub runtime_version_arn: Option<String>,
    /// Why the ARN is missing, if it is.
    pub error: Option<RuntimeVersionError>,
}

impl RuntimeVersionConfig {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`runtime_version_arn`](Self::runtime_version_arn).
    #[must_use]
    pub fn with_runtime_version_arn(
        mut self,
        runtime_version_arn: impl Into<String>,
    ) -> Self {
        self.runtime_version_arn = Some(runtime_version_arn.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn with_error(mut self, error: RuntimeVersionError) -> Self {
        self.error = Some(error);
        self
    }
}

static RUNTIME_VERSION_CONFIG: Structure = Structure::new(
    "RuntimeVersionConfig",
    &[Member::new("RuntimeVersionArn"), Member::new("Error")],
);

impl Encode for RuntimeVersionConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RUNTIME_VERSION_CONFIG);
        members.optional(0, &self.runtime_version_arn);
        members.optional(1, &self.error);
        members.end();
    }
}
