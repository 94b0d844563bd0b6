//! `putJob`: `PUT /jobs/{name}.json`.

use crate::types::{Problem, PutJobOutput200, PutJobOutput202};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `putJob` takes.
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

/// What `putJob` answers, by the status of the answer.
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

/// The errors that `putJob` can answer with.
#[derive(Clone, Debug, PartialEq)]
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
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutJobError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(error) => write!(formatter, "404: {error:?}"),
            Self::ClientError(_, error) => write!(formatter, "4XX: {error:?}"),
            Self::Default(status) => write!(formatter, "status {status}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutJobError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("putJob")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PutJobInput",
    &[Member::new("name").required()],
);

impl FromRequest for PutJobInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let name = input.label(0, 0)?;
        input.end()?;
        Ok(Self {
            name: codec::required(name)?,
        })
    }
}

impl IntoResponse for PutJobOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Ok(output) => {
                response.status(200);
                output.write(response);
            }
            Self::Accepted(output) => {
                response.status(202);
                output.write(response);
            }
            Self::NoContent => {
                response.status(204);
            }
        }
    }
}

impl Failure for PutJobError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::NotFound(error) => response.error("404", 404, error),
            Self::ClientError(status, error) => response.error("4XX", status, error),
            Self::Default(status) => response.error("default", status, ()),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutJobError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
