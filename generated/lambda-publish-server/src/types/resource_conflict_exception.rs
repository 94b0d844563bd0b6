use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// The name is taken, or the function is still busy with an earlier request.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ResourceConflictException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl ResourceConflictException {
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

impl fmt::Display for ResourceConflictException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "ResourceConflictException: {message}"),
            None => formatter.write_str("ResourceConflictException"),
        }
    }
}

impl Error for ResourceConflictException {}

static RESOURCE_CONFLICT_EXCEPTION: Structure = Structure::new(
    "ResourceConflictException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Encode for ResourceConflictException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RESOURCE_CONFLICT_EXCEPTION);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.end();
    }
}

impl IntoResponse for ResourceConflictException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
