//! `MakeNote`: `PUT /notes/{token}`.

use crate::types::Inner;
use farrier_runtime::client;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`make_note`](crate::Client::make_note) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MakeNoteInput {
    /// `token`.
    ///
    /// Sent in the path.
    pub token: Option<String>,
    /// `inner`.
    pub inner: Option<Inner>,
}

impl MakeNoteInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets [`inner`](Self::inner).
    #[must_use]
    pub fn with_inner(mut self, inner: Inner) -> Self {
        self.inner = Some(inner);
        self
    }
}

/// The errors that `MakeNote` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MakeNoteError {}

impl fmt::Display for MakeNoteError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for MakeNoteError {}

impl ServiceError for MakeNoteError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "MakeNote",
        "PUT",
        "/notes/{token}",
    )
    .idempotent();

static INPUT: Structure = Structure::new(
    "MakeNoteInput",
    &[Member::new("token"), Member::new("inner")],
);

impl Operation for MakeNoteInput {
    type Output = ();
    type Error = MakeNoteError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/notes/");
        request.label(&INPUT, 0, &*client::idempotency_token_unless_given(&self.token))?;
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.inner);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
