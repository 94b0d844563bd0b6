//! `Wait`: `POST /wait`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`wait`](crate::Client::wait) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct WaitInput {}

impl WaitInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What [`wait`](crate::Client::wait) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct WaitOutput {}

static WAIT_OUTPUT: Structure = Structure::new("WaitOutput", &[]);

impl Decode for WaitOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&WAIT_OUTPUT)?;
        while members.next()?.is_some() {
            members.skip()?;
        }
        members.end()?;
        Ok(Self {})
    }
}

/// The errors that `Wait` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WaitError {}

impl fmt::Display for WaitError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for WaitError {}

impl ServiceError for WaitError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Wait", "POST", "/wait");

impl Operation for WaitInput {
    type Output = WaitOutput;
    type Error = WaitError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/wait");
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
