//! `Stream`: `POST /stream`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::{fmt, mem};

/// What [`stream`](crate::Client::stream) takes.
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

/// The errors that `Stream` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StreamError {}

impl fmt::Display for StreamError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for StreamError {}

impl ServiceError for StreamError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Stream", "POST", "/stream")
    .streaming_input()
    .requires_length();

impl Operation for StreamInput {
    type Output = ();
    type Error = StreamError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/stream");
        let stream = mem::take(&mut self.body);
        request.stream_payload(None, stream);
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
