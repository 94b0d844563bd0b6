//! `Send`: `POST /send`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    FromResponse, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`send`](crate::Client::send) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct SendInput {
    /// `name`.
    ///
    /// Sent as the header `X-Name`.
    pub name: Option<String>,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self {
            body: body.into(),
            name: None,
        }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct SendOutput {
    /// `body`.
    pub body: ByteStream,
}

impl SendOutput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

impl FromResponse for SendOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let body_member = response.stream();
        Ok(Self { body: body_member })
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
    .streaming_input()
    .streaming_output();

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("name"), Member::new("body")],
);

impl Operation for SendInput {
    type Output = SendOutput;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        if let Some(value) = &self.name {
            request.header(&INPUT, 0, "X-Name", value)?;
        }
        let stream = mem::take(&mut self.body);
        request.stream_payload(None, stream);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }
}
