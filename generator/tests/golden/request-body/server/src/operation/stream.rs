//! `Stream`: `POST /stream`.

use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Stream` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamInput {
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl StreamInput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

/// The errors that `Stream` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for StreamError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for StreamError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Stream")
    .input(InputBody::Stream)
    .requires_length();

static INPUT: Structure = Structure::new("StreamInput", &[Member::new("body")]);

impl FromRequest for StreamInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self { body: body_member })
    }
}

impl Failure for StreamError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for StreamError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
