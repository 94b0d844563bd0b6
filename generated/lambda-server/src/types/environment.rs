use farrier_runtime::Redacted;
use farrier_runtime::codec::{Decode, Halt, Member, Pattern, Reader, Structure};
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
    &[
        Member::new("Variables")
            .sensitive()
            .keys(&Member::new("key").sensitive().pattern(&ENVIRONMENT_PATTERN_1))
            .items(&Member::new("value").sensitive()),
    ],
);

static ENVIRONMENT_PATTERN_1: Pattern = Pattern::new(
    "^[a-zA-Z]([a-zA-Z0-9_])+$",
    "^[a-zA-Z](?:[a-zA-Z0-9_])+$",
);

impl Decode for Environment {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ENVIRONMENT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.variables = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
