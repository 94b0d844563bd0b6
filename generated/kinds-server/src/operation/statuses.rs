//! `Statuses`: `POST /statuses`.

use crate::types::{Broken, Refused};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Statuses` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StatusesInput {
    /// `name`.
    pub name: Option<String>,
}

/// What `Statuses` answers.
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

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

static STATUSES_OUTPUT: Structure = Structure::new(
    "StatusesOutput",
    &[Member::new("status"), Member::new("name")],
);

impl IntoResponse for StatusesOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.status_code(&self.status);
        let mut members = response.structure(&STATUSES_OUTPUT);
        members.optional(1, &self.name);
        members.end();
    }
}

/// The errors that `Statuses` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum StatusesError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for StatusesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for StatusesError {}

impl From<Refused> for StatusesError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for StatusesError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Statuses")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("StatusesInput", &[Member::new("name")]);

impl FromRequest for StatusesInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.name = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
    }
}

impl Failure for StatusesError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for StatusesError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
