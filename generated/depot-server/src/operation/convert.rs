//! `Convert`: `POST /convert`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Convert` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConvertInput {
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl ConvertInput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

/// What `Convert` answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConvertOutput {
    /// `body`.
    pub body: ByteStream,
}

impl ConvertOutput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

impl IntoResponse for ConvertOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.stream(self.body);
    }
}

/// The errors that `Convert` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ConvertError {
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ConvertError {}

impl From<ValidationException> for ConvertError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Convert")
    .input(InputBody::Stream)
    .output(OutputBody::Stream);

static INPUT: Structure = Structure::new("ConvertInput", &[Member::new("body")]);

impl FromRequest for ConvertInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self { body: body_member })
    }
}

impl Failure for ConvertError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ConvertError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
