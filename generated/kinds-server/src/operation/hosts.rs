//! `Hosts`: `POST /hosts`.

use crate::types::{Broken, Refused};
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Hosts` takes.
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
}

/// The errors that `Hosts` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum HostsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for HostsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for HostsError {}

impl From<Refused> for HostsError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for HostsError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Hosts")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "HostsInput",
    &[Member::new("host").required(), Member::new("name")],
);

impl FromRequest for HostsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut host = None;
        let mut name = None;
        while let Some(member) = input.next()? {
            match member {
                0 => host = input.value()?,
                1 => name = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            host: codec::required(host)?,
            name,
        })
    }
}

impl Failure for HostsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for HostsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
