//! `ImportRecords`: `POST /records`.

use crate::types::{Record, ValidationException};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`import_records`](crate::Client::import_records) takes.
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

/// What [`import_records`](crate::Client::import_records) answers.
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

impl Decode for ImportRecordsOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&IMPORT_RECORDS_OUTPUT)?;
        let mut count = None;
        while let Some(member) = members.next()? {
            match member {
                0 => count = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            count: count.unwrap_or_else(Correct::corrected),
        })
    }
}

/// The errors that `ImportRecords` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ImportRecordsError {
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for ImportRecordsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ImportRecordsError {}

impl ServiceError for ImportRecordsError {
    fn code(&self) -> &str {
        match self {
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("ValidationException", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "ImportRecords",
        "POST",
        "/records",
    )
    .gzip()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "ImportRecordsInput",
    &[Member::new("records")],
);

impl Operation for ImportRecordsInput {
    type Output = ImportRecordsOutput;
    type Error = ImportRecordsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/records");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.records);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "ValidationException" => {
                ImportRecordsError::ValidationException(response.body()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
