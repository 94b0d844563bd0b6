use farrier_runtime::Redacted;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::fmt;

/// Why the build of a runtime is missing from an answer.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RuntimeVersionError {
    /// The error's name.
    pub error_code: Option<String>,
    /// The error in words.
    pub message: Option<String>,
}

impl RuntimeVersionError {
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

impl fmt::Debug for RuntimeVersionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RuntimeVersionError")
            .field("error_code", &self.error_code)
            .field("message", &Redacted::option(&self.message))
            .finish()
    }
}

static RUNTIME_VERSION_ERROR: Structure = Structure::new(
    "RuntimeVersionError",
    &[Member::new("ErrorCode"), Member::new("Message")],
);

impl Encode for RuntimeVersionError {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RUNTIME_VERSION_ERROR);
        members.optional(0, &self.error_code);
        members.optional(1, &self.message);
        members.end();
    }
}
