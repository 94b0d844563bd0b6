//! `SendOpenly`: `POST /openly`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::fmt;

/// What [`send_openly`](crate::Client::send_openly) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOpenlyInput {}

impl SendOpenlyInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// The errors that `SendOpenly` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendOpenlyError {}

impl fmt::Display for SendOpenlyError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendOpenlyError {}

impl ServiceError for SendOpenlyError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "SendOpenly",
        "POST",
        "/openly",
    )
    .auth(&[]);

impl Operation for SendOpenlyInput {
    type Output = ();
    type Error = SendOpenlyError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/openly");
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
