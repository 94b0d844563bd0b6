//! `Send`: `POST /send`.

use crate::types::{Odd, OldStyle};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `value`.
    pub value: Option<Odd>,
    /// `text`.
    pub text: Option<OldStyle>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`value`](Self::value).
    #[must_use]
    pub fn with_value(mut self, value: Odd) -> Self {
        self.value = Some(value);
        self
    }

    /// Sets [`text`](Self::text).
    #[must_use]
    pub fn with_text(mut self, text: OldStyle) -> Self {
        self.text = Some(text);
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `value`.
    pub value: Option<Odd>,
    /// `text`.
    pub text: Option<OldStyle>,
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("value"), Member::new("text")],
);

impl Decode for SendOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SEND_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.value = members.value()?,
                1 => value.text = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
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
    &[Member::new("value"), Member::new("text")],
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
        members.optional(0, &self.value);
        members.optional(1, &self.text);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
