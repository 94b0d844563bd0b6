//! `GetThing`: `GET /thing`.

use farrier_runtime::codec::Halt;
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetThing` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetThingInput {}

/// The errors that `GetThing` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetThingError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetThingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetThingError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetThing")
    .output(OutputBody::Structure);

impl FromRequest for GetThingInput {
    fn read(_request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        Ok(Self {})
    }
}

impl Failure for GetThingError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetThingError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
