use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `Error`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ErrorValue {
    /// `error`.
    pub error: Option<String>,
}

impl ErrorValue {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn with_error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }
}

impl fmt::Display for ErrorValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Error")
    }
}

impl Error for ErrorValue {}

static ERROR_VALUE: Structure = Structure::new("ErrorValue", &[Member::new("error")]);

impl Encode for ErrorValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ERROR_VALUE);
        members.optional(0, &self.error);
        members.end();
    }
}

impl IntoResponse for ErrorValue {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
