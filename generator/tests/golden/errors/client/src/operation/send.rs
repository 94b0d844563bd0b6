//! `Send`: `POST /send`.

use crate::types::{Broken, Busy, NotThere};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {
    /// Status 404.
    NotThere(NotThere),
    /// Status 429.
    Busy(Busy),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(error) => write!(formatter, "{error}"),
            Self::Busy(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match self {
            Self::NotThere(..) => "NotThere",
            Self::Busy(..) => "Busy",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 3] = [
    ErrorMetadata::new("NotThere", 404),
    ErrorMetadata::new("Busy", 429).retryable(true),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send")
    .errors(&ERRORS);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "NotThere" => SendError::NotThere(response.body()?),
            "Busy" => SendError::Busy(response.read()?),
            "Broken" => SendError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
