//! `SendOpenly`: `POST /openly`.

use farrier_runtime::codec::Halt;
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `SendOpenly` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOpenlyInput {}

/// The errors that `SendOpenly` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendOpenlyError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendOpenlyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendOpenlyError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("SendOpenly");

impl FromRequest for SendOpenlyInput {
    fn read(_request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        Ok(Self {})
    }
}

impl Failure for SendOpenlyError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendOpenlyError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
