//! `Statuses`: `POST /statuses`.

use crate::types::{Broken, Refused};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`statuses`](crate::Client::statuses) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StatusesInput {
    /// `name`.
    pub name: Option<String>,
}

impl StatusesInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// What [`statuses`](crate::Client::statuses) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StatusesOutput {
    /// `status`.
    pub status: i32,
    /// `name`.
    pub name: Option<String>,
}

impl StatusesOutput {
    /// One with what is required, and nothing else.
    pub fn new(status: i32) -> Self {
        Self { status, name: None }
    }
}

static STATUSES_OUTPUT: Structure = Structure::new(
    "StatusesOutput",
    &[Member::new("status"), Member::new("name")],
);

impl FromResponse for StatusesOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let status = i32::from(response.status());
        let mut members = response.structure(&STATUSES_OUTPUT)?;
        let mut name = None;
        while let Some(member) = members.next()? {
            match member {
                1 => name = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self { status, name })
    }
}

/// The errors that `Statuses` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StatusesError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for StatusesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for StatusesError {}

impl ServiceError for StatusesError {
    fn code(&self) -> &str {
        match self {
            Self::Refused(..) => "Refused",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Refused", 418),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "Statuses",
        "POST",
        "/statuses",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new("StatusesInput", &[Member::new("name")]);

impl Operation for StatusesInput {
    type Output = StatusesOutput;
    type Error = StatusesError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/statuses");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.name);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => StatusesError::Refused(response.read()?),
            "Broken" => StatusesError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
