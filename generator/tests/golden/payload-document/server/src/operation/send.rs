//! `Send`: `POST /send`.

use farrier_runtime::Document;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
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
    pub body: Option<Document>,
}

/// What `Send` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `body`.
    pub body: Option<Document>,
}

impl SendOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`body`](Self::body).
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Document>) -> Self {
        self.body = Some(body.into());
        self
    }
}

impl IntoResponse for SendOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        if let Some(value) = &self.body {
            response.payload(value);
        }
    }
}

/// The errors that `Send` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send")
    .input(InputBody::Payload)
    .output(OutputBody::Payload);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("name"), Member::new("body")],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let name = input.header(0, "X-Name")?;
        let body_member = input.payload(1)?;
        input.end()?;
        Ok(Self { name, body: body_member })
    }
}

impl Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
