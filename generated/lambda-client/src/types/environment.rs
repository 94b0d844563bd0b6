use farrier_runtime::Redacted;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::collections::BTreeMap;
use std::fmt;

/// The environment variables to set.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Environment {
    /// Names and values, 4 KB in all.
    pub variables: Option<BTreeMap<String, String>>,
}

impl Environment {
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
}

impl fmt::Debug for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("variables", &Redacted::option(&self.variables))
            .finish()
    }
}

static ENVIRONMENT: Structure = Structure::new(
    "Environment",
    &[Member::new("Variables")],
);

impl Encode for Environment {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ENVIRONMENT);
        members.optional(0, &self.variables);
        members.end();
    }
}
