//! `Receive`: `GET /receive`.

use crate::types::NotThere;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, Refused,
    RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`receive`](crate::Client::receive) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ReceiveInput {}

impl ReceiveInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What [`receive`](crate::Client::receive) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ReceiveOutput {
    /// `message`.
    pub message: Option<String>,
}

static RECEIVE_OUTPUT: Structure = Structure::new(
    "ReceiveOutput",
    &[Member::new("message")],
);

impl FromResponse for ReceiveOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let message = response.text_payload(&RECEIVE_OUTPUT, 0)?;
        Ok(Self { message })
    }
}

/// The errors that `Receive` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// Status 404.
    NotThere(NotThere),
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ReceiveError {}

impl ServiceError for ReceiveError {
    fn code(&self) -> &str {
        match self {
            Self::NotThere(..) => "NotThere",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("NotThere", 404)];

static METADATA: OperationMetadata = OperationMetadata::new("Receive", "GET", "/receive")
    .readonly()
    .errors(&ERRORS);

impl Operation for ReceiveInput {
    type Output = ReceiveOutput;
    type Error = ReceiveError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/receive");
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "NotThere" => ReceiveError::NotThere(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
