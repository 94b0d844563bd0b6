//! `PutThing`: `PUT /things`.

use farrier_runtime::{Timestamp, codec};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `PutThing` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutThingInput {
    /// `ifMatch`.
    ///
    /// Sent as the header `If-Match`.
    pub if_match: Option<String>,
    /// `count`.
    ///
    /// Sent as the header `X-Count`.
    pub count: i64,
    /// `date`.
    ///
    /// Sent as the header `X-Date`.
    pub date: Option<Timestamp>,
    /// `labels`.
    ///
    /// Sent as the header `X-Labels`.
    pub labels: Option<Vec<String>>,
    /// `json`.
    ///
    /// Sent as the header `X-Json`.
    pub json: Option<String>,
    /// `metadata`.
    ///
    /// Sent as headers that start with `X-Meta-`.
    pub metadata: Option<BTreeMap<String, String>>,
}

impl PutThingInput {
    /// One with what is required, and nothing else.
    pub fn new(count: i64) -> Self {
        Self {
            count,
            if_match: None,
            date: None,
            labels: None,
            json: None,
            metadata: None,
        }
    }
}

/// What `PutThing` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutThingOutput {
    /// `etag`.
    pub etag: Option<String>,
    /// `metadata`.
    pub metadata: Option<BTreeMap<String, String>>,
    /// `status`.
    pub status: Option<i32>,
}

impl PutThingOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`etag`](Self::etag).
    #[must_use]
    pub fn with_etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(etag.into());
        self
    }

    /// Sets [`metadata`](Self::metadata).
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = Some(
            metadata.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn with_status(mut self, status: i32) -> Self {
        self.status = Some(status);
        self
    }
}

static PUT_THING_OUTPUT: Structure = Structure::new(
    "PutThingOutput",
    &[Member::new("etag"), Member::new("metadata"), Member::new("status")],
);

impl IntoResponse for PutThingOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&PUT_THING_OUTPUT, 0, "ETag", &self.etag);
        response.prefix_headers("X-Meta-", &self.metadata);
        response.status_code(&self.status);
        response.empty_structure();
    }
}

/// The errors that `PutThing` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PutThingError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutThingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutThingError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PutThing")
    .status(204)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PutThingInput",
    &[
        Member::new("ifMatch"),
        Member::new("count").required(),
        Member::new("date"),
        Member::new("labels"),
        Member::new("json").media_type(),
        Member::new("metadata"),
    ],
);

impl FromRequest for PutThingInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let if_match = input.header(0, "If-Match")?;
        let count = input.header(1, "X-Count")?;
        let date = input.header(2, "X-Date")?;
        let labels = input.header(3, "X-Labels")?;
        let json = input.header(4, "X-Json")?;
        let metadata = input.prefix_headers(5, "X-Meta-")?;
        input.end()?;
        Ok(Self {
            if_match,
            count: codec::required(count)?,
            date,
            labels,
            json,
            metadata,
        })
    }
}

impl Failure for PutThingError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutThingError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
