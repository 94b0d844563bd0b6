use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// The code is not what was signed. Unlike other flaws of a signature, this one is never let
/// through.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct InvalidCodeSignatureException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl InvalidCodeSignatureException {
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

impl fmt::Display for InvalidCodeSignatureException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => {
                write!(formatter, "InvalidCodeSignatureException: {message}")
            }
            None => formatter.write_str("InvalidCodeSignatureException"),
        }
    }
}

impl Error for InvalidCodeSignatureException {}

static INVALID_CODE_SIGNATURE_EXCEPTION: Structure = Structure::new(
    "InvalidCodeSignatureException",
    &[Member::new("Type"), Member::new("Message").also("message")],
);

impl Encode for InvalidCodeSignatureException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&INVALID_CODE_SIGNATURE_EXCEPTION);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.end();
    }
}

impl IntoResponse for InvalidCodeSignatureException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
