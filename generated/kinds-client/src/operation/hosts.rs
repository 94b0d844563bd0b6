//! `Hosts`: `POST /hosts`.

use crate::types::{Broken, Refused};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`hosts`](crate::Client::hosts) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct HostsInput {
    /// `host`.
    pub host: String,
    /// `name`.
    pub name: Option<String>,
}

impl HostsInput {
    /// One with what is required, and nothing else.
    pub fn new(host: impl Into<String>) -> Self {
        Self {
            host: host.into(),
            name: None,
        }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// The errors that `Hosts` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum HostsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for HostsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for HostsError {}

impl ServiceError for HostsError {
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

static METADATA: OperationMetadata = OperationMetadata::new("Hosts", "POST", "/hosts")
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "HostsInput",
    &[Member::new("host"), Member::new("name")],
);

impl Operation for HostsInput {
    type Output = ();
    type Error = HostsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.host_literal("kinds-");
        request.host_label(&INPUT, 0, &self.host)?;
        request.host_literal(".");
        request.literal("/hosts");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.host);
        members.optional(1, &self.name);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => HostsError::Refused(response.read()?),
            "Broken" => HostsError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
