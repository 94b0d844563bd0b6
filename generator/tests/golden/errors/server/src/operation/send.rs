//! `Send`: `POST /send`.

use crate::types::{Broken, Busy, NotThere};
use farrier_runtime::codec::Halt;
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {}

/// The errors that `Send` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendError {
    /// Status 404.
    NotThere(NotThere),
    /// Status 429.
    Busy(Busy),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(error) => write!(formatter, "{error}"),
            Self::Busy(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

impl From<NotThere> for SendError {
    fn from(error: NotThere) -> Self {
        Self::NotThere(error)
    }
}

impl From<Busy> for SendError {
    fn from(error: Busy) -> Self {
        Self::Busy(error)
    }
}

impl From<Broken> for SendError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send");

impl FromRequest for SendInput {
    fn read(_request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        Ok(Self {})
    }
}

impl Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::NotThere(error) => response.error("NotThere", 404, error),
            Self::Busy(error) => response.error("Busy", 429, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
