use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// The function is no longer at the revision that the request names in `RevisionId`. Read it again,
/// and decide anew.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PreconditionFailedException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl PreconditionFailedException {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`type`](Self::type).
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl fmt::Display for PreconditionFailedException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "PreconditionFailedException: {message}"),
            None => formatter.write_str("PreconditionFailedException"),
        }
    }
}

impl Error for PreconditionFailedException {}

static PRECONDITION_FAILED_EXCEPTION: Structure = Structure::new(
    "PreconditionFailedException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Encode for PreconditionFailedException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PRECONDITION_FAILED_EXCEPTION);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.end();
    }
}

impl IntoResponse for PreconditionFailedException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
