//! `ImportRecords`: `POST /records`.

use crate::types::{Record, ValidationException};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ImportRecords` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImportRecordsInput {
    /// `records`.
    pub records: Vec<Record>,
}

impl ImportRecordsInput {
    /// One with all that it needs.
    pub fn new(records: impl IntoIterator<Item = Record>) -> Self {
        Self {
            records: records.into_iter().collect(),
        }
    }
}

/// What `ImportRecords` answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImportRecordsOutput {
    /// `count`.
    pub count: i32,
}

impl ImportRecordsOutput {
    /// One with all that it needs.
    pub fn new(count: i32) -> Self {
        Self { count }
    }
}

static IMPORT_RECORDS_OUTPUT: Structure = Structure::new(
    "ImportRecordsOutput",
    &[Member::new("count")],
);

impl Encode for ImportRecordsOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&IMPORT_RECORDS_OUTPUT);
        members.member(0, &self.count);
        members.end();
    }
}

impl IntoResponse for ImportRecordsOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ImportRecords` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportRecordsError {
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ImportRecordsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ImportRecordsError {}

impl From<ValidationException> for ImportRecordsError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("ImportRecords")
    .input(InputBody::Structure)
    .gzip()
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "ImportRecordsInput",
    &[Member::new("records").required()],
);

impl FromRequest for ImportRecordsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut records = None;
        while let Some(member) = input.next()? {
            match member {
                0 => records = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            records: codec::required(records)?,
        })
    }
}

impl Failure for ImportRecordsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ImportRecordsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
