use crate::types::ThrottleReason;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Requests come faster than the account or the function allows. The same request works later.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TooManyRequestsException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
    /// Which limit was hit.
    pub reason: Option<ThrottleReason>,
}

impl TooManyRequestsException {
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

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn with_reason(mut self, reason: ThrottleReason) -> Self {
        self.reason = Some(reason);
        self
    }
}

static TOO_MANY_REQUESTS_EXCEPTION: Structure = Structure::new(
    "TooManyRequestsException",
    &[Member::new("Type"), Member::new("message"), Member::new("Reason")],
);

impl Encode for TooManyRequestsException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TOO_MANY_REQUESTS_EXCEPTION);
        members.optional(0, &self.r#type);
        members.optional(1, &self.message);
        members.optional(2, &self.reason);
        members.end();
    }
}
