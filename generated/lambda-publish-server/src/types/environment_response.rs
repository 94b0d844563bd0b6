use crate::types::EnvironmentError;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::collections::BTreeMap;

/// The environment variables that are set; if they could not be decrypted, the error instead.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnvironmentResponse {
    /// Names and values.
    pub variables: Option<BTreeMap<String, String>>,
    /// Why they are missing, if they are.
    pub error: Option<EnvironmentError>,
}

impl EnvironmentResponse {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`variables`](Self::variables).
    #[must_use]
    pub fn with_variables(
        mut self,
        variables: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.variables = Some(
            variables
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        );
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn with_error(mut self, error: EnvironmentError) -> Self {
        self.error = Some(error);
        self
    }
}

static ENVIRONMENT_RESPONSE: Structure = Structure::new(
    "EnvironmentResponse",
    &[Member::new("Variables"), Member::new("Error")],
);

impl Encode for EnvironmentResponse {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ENVIRONMENT_RESPONSE);
        members.optional(0, &self.variables);
        members.optional(1, &self.error);
        members.end();
    }
}
