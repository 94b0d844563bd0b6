use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// The code of all functions, versions and layers together would no longer fit into the account's
/// quota. Deleting old versions makes room.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CodeStorageExceededException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl CodeStorageExceededException {
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

impl fmt::Display for CodeStorageExceededException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "CodeStorageExceededException: {message}"),
            None => formatter.write_str("CodeStorageExceededException"),
        }
    }
}

impl Error for CodeStorageExceededException {}

static CODE_STORAGE_EXCEEDED_EXCEPTION: Structure = Structure::new(
    "CodeStorageExceededException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Encode for CodeStorageExceededException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CODE_STORAGE_EXCEEDED_EXCEPTION);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.end();
    }
}

impl IntoResponse for CodeStorageExceededException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
