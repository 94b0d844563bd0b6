//! `PutThing`: `PUT /things`.

use farrier_runtime::Timestamp;
use farrier_runtime::client::{
    FromResponse, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`put_thing`](crate::Client::put_thing) takes.
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

    /// Sets [`if_match`](Self::if_match).
    #[must_use]
    pub fn with_if_match(mut self, if_match: impl Into<String>) -> Self {
        self.if_match = Some(if_match.into());
        self
    }

    /// Sets [`date`](Self::date).
    #[must_use]
    pub fn with_date(mut self, date: impl Into<Timestamp>) -> Self {
        self.date = Some(date.into());
        self
    }

    /// Sets [`labels`](Self::labels).
    #[must_use]
    pub fn with_labels(
        mut self,
        labels: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`json`](Self::json).
    #[must_use]
    pub fn with_json(mut self, json: impl Into<String>) -> Self {
        self.json = Some(json.into());
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
}

/// What [`put_thing`](crate::Client::put_thing) answers.
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

static PUT_THING_OUTPUT: Structure = Structure::new(
    "PutThingOutput",
    &[Member::new("etag"), Member::new("metadata"), Member::new("status")],
);

impl FromResponse for PutThingOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let etag = response.header(&PUT_THING_OUTPUT, 0, "ETag")?;
        let metadata = response.prefix_headers(&PUT_THING_OUTPUT, 1, "X-Meta-")?;
        let status = Some(i32::from(response.status()));
        Ok(Self { etag, metadata, status })
    }
}

/// The errors that `PutThing` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutThingError {}

impl fmt::Display for PutThingError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for PutThingError {}

impl ServiceError for PutThingError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("PutThing", "PUT", "/things")
    .idempotent();

static INPUT: Structure = Structure::new(
    "PutThingInput",
    &[
        Member::new("ifMatch"),
        Member::new("count"),
        Member::new("date"),
        Member::new("labels"),
        Member::new("json").media_type(),
        Member::new("metadata"),
    ],
);

impl Operation for PutThingInput {
    type Output = PutThingOutput;
    type Error = PutThingError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/things");
        if let Some(value) = &self.if_match {
            request.header(&INPUT, 0, "If-Match", value)?;
        }
        request.header(&INPUT, 1, "X-Count", &self.count)?;
        if let Some(value) = &self.date {
            request.header(&INPUT, 2, "X-Date", value)?;
        }
        if let Some(value) = &self.labels {
            request.header(&INPUT, 3, "X-Labels", value)?;
        }
        if let Some(value) = &self.json {
            request.header(&INPUT, 4, "X-Json", value)?;
        }
        if let Some(value) = &self.metadata {
            request.prefix_headers("X-Meta-", value)?;
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }
}
