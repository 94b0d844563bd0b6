//! `Self_`: `POST /self`.

use crate::types::{ErrorValue, ResultValue};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`self_`](crate::Client::self_) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SelfValueInput {
    /// `string`.
    pub string: Option<String>,
}

impl SelfValueInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`string`](Self::string).
    #[must_use]
    pub fn with_string(mut self, string: impl Into<String>) -> Self {
        self.string = Some(string.into());
        self
    }
}

/// The errors that `Self_` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SelfValueError {
    /// Status 400.
    Error(ErrorValue),
}

impl fmt::Display for SelfValueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for SelfValueError {}

impl ServiceError for SelfValueError {
    fn code(&self) -> &str {
        match self {
            Self::Error(..) => "Error",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("Error", 400)];

static METADATA: OperationMetadata = OperationMetadata::new("Self_", "POST", "/self")
    .errors(&ERRORS);

static INPUT: Structure = Structure::new("SelfValueInput", &[Member::new("string")]);

impl Operation for SelfValueInput {
    type Output = ResultValue;
    type Error = SelfValueError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/self");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.string);
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
            "Error" => SelfValueError::Error(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
