//! `putJob`: `PUT /jobs/{name}.json`.

use crate::types::{Problem, PutJobOutput200, PutJobOutput202};
use farrier_runtime::client::{
    ErrorCode, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`put_job`](crate::Client::put_job) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutJobInput {
    /// `name`.
    ///
    /// Sent in the path.
    pub name: String,
}

impl PutJobInput {
    /// One with all that it needs.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

/// What [`put_job`](crate::Client::put_job) answers, by the status of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutJobOutput {
    /// It ran at once.
    ///
    /// Status 200.
    Ok(PutJobOutput200),
    /// It will run.
    ///
    /// Status 202.
    Accepted(PutJobOutput202),
    /// There is nothing to do.
    ///
    /// Status 204.
    NoContent,
}

/// The errors that `putJob` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutJobError {
    /// No such job.
    ///
    /// Status 404.
    NotFound(Problem),
    /// Anything else that the caller did wrong.
    ///
    /// Statuses 400 to 499.
    ClientError(u16, Problem),
    /// Anything else.
    ///
    /// Any other status.
    Default(u16),
}

impl fmt::Display for PutJobError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(error) => write!(formatter, "404: {error:?}"),
            Self::ClientError(_, error) => write!(formatter, "4XX: {error:?}"),
            Self::Default(status) => write!(formatter, "status {status}"),
        }
    }
}

impl Error for PutJobError {}

impl ServiceError for PutJobError {
    fn code(&self) -> &str {
        match self {
            Self::NotFound(..) => "404",
            Self::ClientError(..) => "4XX",
            Self::Default(..) => "default",
        }
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "putJob",
        "PUT",
        "/jobs/{name}.json",
    )
    .idempotent();

static INPUT: Structure = Structure::new("PutJobInput", &[Member::new("name")]);

impl Operation for PutJobInput {
    type Output = PutJobOutput;
    type Error = PutJobError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/jobs/");
        request.label(&INPUT, 0, &self.name)?;
        request.literal(".json");
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        let output = match response.status() {
            200 => PutJobOutput::Ok(response.body()?),
            202 => PutJobOutput::Accepted(response.read()?),
            204 => PutJobOutput::NoContent,
            _ => return Err(response.unexpected_status()),
        };
        Ok(output)
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.status() {
            404 => PutJobError::NotFound(response.body()?),
            400..=499 => PutJobError::ClientError(error.status(), response.body()?),
            _ => PutJobError::Default(error.status()),
        };
        Ok(Some(error))
    }
}
