//! `Wait`: `POST /wait`.

use farrier_runtime::codec::{Encode, Halt, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Wait` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct WaitInput {}

/// What `Wait` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct WaitOutput {}

impl WaitOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

static WAIT_OUTPUT: Structure = Structure::new("WaitOutput", &[]);

impl Encode for WaitOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let members = writer.structure(&WAIT_OUTPUT);
        members.end();
    }
}

impl IntoResponse for WaitOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.empty_structure();
    }
}

/// The errors that `Wait` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum WaitError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for WaitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for WaitError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Wait")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("WaitInput", &[]);

impl FromRequest for WaitInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        while input.next()?.is_some() {
            input.skip()?;
        }
        input.end()?;
        Ok(Self {})
    }
}

impl Failure for WaitError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for WaitError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
