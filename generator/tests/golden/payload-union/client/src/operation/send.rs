//! `Send`: `POST /send`.

use crate::types::Shape;
use farrier_runtime::client::{
    FromResponse, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `name`.
    ///
    /// Sent as the header `X-Name`.
    pub name: Option<String>,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: Option<Shape>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`body`](Self::body).
    #[must_use]
    pub fn with_body(mut self, body: Shape) -> Self {
        self.body = Some(body);
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `body`.
    pub body: Option<Shape>,
}

static SEND_OUTPUT: Structure = Structure::new("SendOutput", &[Member::new("body")]);

impl FromResponse for SendOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let body_member = response.payload(&SEND_OUTPUT, 0)?;
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

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send");

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
        if let Some(value) = &self.body {
            request.payload(value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }
}
