//! `QueryStrings`: `GET /query-strings`.

use crate::types::{Broken, Refused};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `QueryStrings` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct QueryStringsInput {
    /// `own`.
    ///
    /// Sent as the query parameter `own`.
    pub own: Option<String>,
    /// `others`.
    ///
    /// Sent as query parameters.
    pub others: Option<BTreeMap<String, String>>,
}

/// The errors that `QueryStrings` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum QueryStringsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for QueryStringsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for QueryStringsError {}

impl From<Refused> for QueryStringsError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for QueryStringsError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("QueryStrings");

static INPUT: Structure = Structure::new(
    "QueryStringsInput",
    &[Member::new("own"), Member::new("others")],
);

impl FromRequest for QueryStringsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let own = input.query(0, "own")?;
        let others = input.query_params(1)?;
        input.end()?;
        Ok(Self { own, others })
    }
}

impl Failure for QueryStringsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for QueryStringsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
