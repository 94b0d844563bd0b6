//! `ImportLog`: `POST /log`.

use crate::types::ValidationException;
use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ImportLog` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct ImportLogInput {
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl ImportLogInput {
    /// One with all that it needs.
    pub fn new(body: impl Into<ByteStream>) -> Self {
        Self { body: body.into() }
    }
}

/// What `ImportLog` answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImportLogOutput {
    /// How many bytes there are.
    pub size: i64,
}

impl ImportLogOutput {
    /// One with all that it needs.
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}

static IMPORT_LOG_OUTPUT: Structure = Structure::new(
    "ImportLogOutput",
    &[Member::new("size")],
);

impl Encode for ImportLogOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&IMPORT_LOG_OUTPUT);
        members.member(0, &self.size);
        members.end();
    }
}

impl IntoResponse for ImportLogOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ImportLog` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportLogError {
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ImportLogError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ImportLogError {}

impl From<ValidationException> for ImportLogError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("ImportLog")
    .input(InputBody::Stream)
    .input_media_type("text/plain")
    .gzip()
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("ImportLogInput", &[Member::new("body")]);

impl FromRequest for ImportLogInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self { body: body_member })
    }
}

impl Failure for ImportLogError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ImportLogError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
