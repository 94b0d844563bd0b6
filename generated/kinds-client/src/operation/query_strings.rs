//! `QueryStrings`: `GET /query-strings`.

use crate::types::{Broken, Refused};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`query_strings`](crate::Client::query_strings) takes.
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

impl QueryStringsInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`own`](Self::own).
    #[must_use]
    pub fn with_own(mut self, own: impl Into<String>) -> Self {
        self.own = Some(own.into());
        self
    }

    /// Sets [`others`](Self::others).
    #[must_use]
    pub fn with_others(
        mut self,
        others: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.others = Some(
            others.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }
}

/// The errors that `QueryStrings` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum QueryStringsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for QueryStringsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for QueryStringsError {}

impl ServiceError for QueryStringsError {
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
        "QueryStrings",
        "GET",
        "/query-strings",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "QueryStringsInput",
    &[Member::new("own"), Member::new("others")],
);

impl Operation for QueryStringsInput {
    type Output = ();
    type Error = QueryStringsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/query-strings");
        if let Some(value) = &self.own {
            request.query(&INPUT, 0, "own", value);
        }
        if let Some(value) = &self.others {
            request.query_params(value);
        }
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
            "Refused" => QueryStringsError::Refused(response.read()?),
            "Broken" => QueryStringsError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
