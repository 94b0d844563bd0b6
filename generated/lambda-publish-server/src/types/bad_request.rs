use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// The request is refused. Either the code of all functions, versions and layers together would no
/// longer fit into the account's quota, or the request breaks a rule that goes beyond the form of
/// its members; the text says which.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BadRequest {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl BadRequest {
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

static BAD_REQUEST: Structure = Structure::new(
    "BadRequest",
    &[Member::new("Type"), Member::new("message")],
);

impl Encode for BadRequest {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&BAD_REQUEST);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.end();
    }
}
