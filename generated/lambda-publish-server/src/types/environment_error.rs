use farrier_runtime::Redacted;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::fmt;

/// Why a function's environment variables are missing from an answer.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnvironmentError {
    /// The error's name.
    pub error_code: Option<String>,
    /// The error in words.
    pub message: Option<String>,
}

impl EnvironmentError {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`error_code`](Self::error_code).
    #[must_use]
    pub fn with_error_code(mut self, error_code: impl Into<String>) -> Self {
        self.error_code = Some(error_code.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl fmt::Debug for EnvironmentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EnvironmentError")
            .field("error_code", &self.error_code)
            .field("message", &Redacted::option(&self.message))
            .finish()
    }
}

static ENVIRONMENT_ERROR: Structure = Structure::new(
    "EnvironmentError",
    &[Member::new("ErrorCode"), Member::new("Message")],
);

impl Encode for EnvironmentError {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ENVIRONMENT_ERROR);
        members.optional(0, &self.error_code);
        members.optional(1, &self.message);
        members.end();
    }
}
