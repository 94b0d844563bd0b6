//! `SendPart`: `PUT /parts`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`send_part`](crate::Client::send_part) takes.
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

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

/// What [`send_part`](crate::Client::send_part) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendPartOutput {
    /// `next`.
    pub next: Option<String>,
    /// `parts`.
    pub parts: Option<Vec<String>>,
}

static SEND_PART_OUTPUT: Structure = Structure::new(
    "SendPartOutput",
    &[Member::new("next"), Member::new("parts")],
);

impl Decode for SendPartOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SEND_PART_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.next = members.value()?,
                1 => value.parts = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `SendPart` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendPartError {}

impl fmt::Display for SendPartError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendPartError {}

impl ServiceError for SendPartError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("SendPart", "PUT", "/parts")
    .idempotent()
    .streaming_input();

static INPUT: Structure = Structure::new(
    "SendPartInput",
    &[Member::new("token"), Member::new("body")],
);

impl Operation for SendPartInput {
    type Output = SendPartOutput;
    type Error = SendPartError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/parts");
        if let Some(value) = &self.token {
            request.query(&INPUT, 0, "token", value);
        }
        let stream = mem::take(&mut self.body);
        request.stream_payload(None, stream);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
