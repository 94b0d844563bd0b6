//! `Send`: `POST /send`.

use crate::types::Choice;
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
    /// `choice`.
    pub choice: Choice,
}

impl SendInput {
    /// One with all that it needs.
    pub fn new(choice: Choice) -> Self {
        Self { choice }
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `choice`.
    pub choice: Choice,
}

impl SendOutput {
    /// One with all that it needs.
    pub fn new(choice: Choice) -> Self {
        Self { choice }
    }
}

static SEND_OUTPUT: Structure = Structure::new("SendOutput", &[Member::new("choice")]);

impl Decode for SendOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&SEND_OUTPUT)?;
        let mut choice = None;
        while let Some(member) = members.next()? {
            match member {
                0 => choice = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            choice: choice.unwrap_or_else(Correct::corrected),
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
static INPUT: Structure = Structure::new("SendInput", &[Member::new("choice")]);

impl Operation for SendInput {
    type Output = SendOutput;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.choice);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
