//! `SendPart`: `PUT /parts`.

use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `SendPart` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct SendPartInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl SendPartInput {
    /// One with what is required, and nothing else.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self {
            body: body.into(),
            token: None,
        }
    }
}

/// What `SendPart` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendPartOutput {
    /// `next`.
    pub next: Option<String>,
    /// `parts`.
    pub parts: Option<Vec<String>>,
}

impl SendPartOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`next`](Self::next).
    #[must_use]
    pub fn with_next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn with_parts(
        mut self,
        parts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.parts = Some(parts.into_iter().map(Into::into).collect());
        self
    }
}

static SEND_PART_OUTPUT: Structure = Structure::new(
    "SendPartOutput",
    &[Member::new("next"), Member::new("parts")],
);

impl Encode for SendPartOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SEND_PART_OUTPUT);
        members.optional(0, &self.next);
        members.optional(1, &self.parts);
        members.end();
    }
}

impl IntoResponse for SendPartOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `SendPart` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendPartError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendPartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendPartError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("SendPart")
    .input(InputBody::Stream)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendPartInput",
    &[Member::new("token"), Member::new("body")],
);

impl FromRequest for SendPartInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.query(0, "token")?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self { token, body: body_member })
    }
}

impl Failure for SendPartError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendPartError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
