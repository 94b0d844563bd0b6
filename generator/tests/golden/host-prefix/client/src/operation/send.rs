//! `Send`: `POST /send`.

use farrier_runtime::client;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `account`.
    pub account: String,
    /// `old`.
    ///
    /// **Deprecated:** nobody reads it
    pub old: Option<String>,
    /// `token`.
    pub token: Option<String>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(account: impl Into<String>) -> Self {
        Self {
            account: account.into(),
            old: None,
            token: None,
        }
    }

    /// Sets [`old`](Self::old).
    #[deprecated(note = "nobody reads it")]
    #[must_use]
    pub fn with_old(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {}

impl fmt::Display for SendError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send")
    .checksum_md5();

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("account"), Member::new("old"), Member::new("token")],
);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.host_label(&INPUT, 0, &self.account)?;
        request.host_literal(".data-");
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.account);
        members.optional(1, &self.old);
        members.member(2, &*client::idempotency_token_unless_given(&self.token));
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
