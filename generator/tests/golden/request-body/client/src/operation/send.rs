//! `Send`: `POST /send`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `encoding`.
    ///
    /// Sent as the header `Content-Encoding`.
    pub encoding: Option<String>,
    /// `data`.
    pub data: Option<String>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`encoding`](Self::encoding).
    #[must_use]
    pub fn with_encoding(mut self, encoding: impl Into<String>) -> Self {
        self.encoding = Some(encoding.into());
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
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
    .gzip();

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("encoding"), Member::new("data")],
);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        if let Some(value) = &self.encoding {
            request.header(&INPUT, 0, "Content-Encoding", value)?;
        }
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.data);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
