//! `Self_`: `POST /self`.

use crate::types::ErrorValue;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Self_` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SelfValueInput {
    /// `string`.
    pub string: Option<String>,
}

/// The errors that `Self_` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SelfValueError {
    /// Status 400.
    Error(ErrorValue),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SelfValueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SelfValueError {}

impl From<ErrorValue> for SelfValueError {
    fn from(error: ErrorValue) -> Self {
        Self::Error(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Self_")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("SelfValueInput", &[Member::new("string")]);

impl FromRequest for SelfValueInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.string = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
    }
}

impl Failure for SelfValueError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Error(error) => response.error("Error", 400, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SelfValueError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
