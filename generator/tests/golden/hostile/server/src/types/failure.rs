use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Failure {
    /// `message`.
    pub message: Option<String>,
}

impl Failure {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "Failure: {message}"),
            None => formatter.write_str("Failure"),
        }
    }
}

impl Error for Failure {}

static FAILURE: Structure = Structure::new(
    "Failure",
    &[Member::new("message").also("Message")],
);

impl Encode for Failure {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FAILURE);
        members.optional(0, &self.message);
        members.end();
    }
}

impl IntoResponse for Failure {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
