//! `Send`: `POST /send`.

use crate::types::Inner;
use farrier_runtime::client;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `name`.
    pub name: String,
    /// `inner`.
    pub inner: Inner,
    /// `optional`.
    pub optional: String,
    /// `token`.
    pub token: Option<String>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(
        name: impl Into<String>,
        inner: Inner,
        optional: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            inner,
            optional: optional.into(),
            token: None,
        }
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `name`.
    pub name: String,
    /// `inner`.
    pub inner: Inner,
    /// `optional`.
    pub optional: Option<String>,
}

impl SendOutput {
    /// One with what is required, and nothing else.
    pub fn new(name: impl Into<String>, inner: Inner) -> Self {
        Self {
            name: name.into(),
            inner,
            optional: None,
        }
    }
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("name"), Member::new("inner"), Member::new("optional")],
);

impl Decode for SendOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&SEND_OUTPUT)?;
        let mut name = None;
        let mut inner = None;
        let mut optional = None;
        while let Some(member) = members.next()? {
            match member {
                0 => name = members.value()?,
                1 => inner = members.value()?,
                2 => optional = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            name: name.unwrap_or_else(Correct::corrected),
            inner: inner.unwrap_or_else(Correct::corrected),
            optional,
        })
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

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send");

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("name"),
        Member::new("inner"),
        Member::new("optional"),
        Member::new("token"),
    ],
);

impl Operation for SendInput {
    type Output = SendOutput;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.name);
        members.member(1, &self.inner);
        members.member(2, &self.optional);
        members.member(3, &*client::idempotency_token_unless_given(&self.token));
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
