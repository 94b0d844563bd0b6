//! `PutBox`: `PUT /boxes/{id}`.

use crate::types::{Full, Kind, ValidationException, What};
use farrier_runtime::Timestamp;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`put_box`](crate::Client::put_box) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutBoxInput {
    /// `id`.
    ///
    /// Sent in the path.
    pub id: String,
    /// `dry`.
    ///
    /// Sent as the query parameter `dry`.
    pub dry: Option<bool>,
    /// `sizes`.
    ///
    /// Sent as the header `X-Sizes`.
    pub sizes: Option<Vec<i32>>,
    /// `weight`.
    pub weight: Option<f32>,
    /// `what`.
    pub what: Option<What>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
    /// `when`.
    pub when: Option<Timestamp>,
}

impl PutBoxInput {
    /// One with what is required, and nothing else.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            dry: None,
            sizes: None,
            weight: None,
            what: None,
            tags: None,
            when: None,
        }
    }

    /// Sets [`dry`](Self::dry).
    #[must_use]
    pub fn with_dry(mut self, dry: bool) -> Self {
        self.dry = Some(dry);
        self
    }

    /// Sets [`sizes`](Self::sizes).
    #[must_use]
    pub fn with_sizes(mut self, sizes: impl IntoIterator<Item = i32>) -> Self {
        self.sizes = Some(sizes.into_iter().collect());
        self
    }

    /// Sets [`weight`](Self::weight).
    #[must_use]
    pub fn with_weight(mut self, weight: f32) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets [`what`](Self::what).
    #[must_use]
    pub fn with_what(mut self, what: What) -> Self {
        self.what = Some(what);
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`when`](Self::when).
    #[must_use]
    pub fn with_when(mut self, when: impl Into<Timestamp>) -> Self {
        self.when = Some(when.into());
        self
    }
}

/// What [`put_box`](crate::Client::put_box) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutBoxOutput {
    /// `kind`.
    pub kind: Option<Kind>,
}

static PUT_BOX_OUTPUT: Structure = Structure::new(
    "PutBoxOutput",
    &[Member::new("kind")],
);

impl Decode for PutBoxOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PUT_BOX_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.kind = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `PutBox` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutBoxError {
    /// Status 409.
    Full(Full),
    /// Status 400.
    ValidationException(ValidationException),
}

impl fmt::Display for PutBoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full(error) => write!(formatter, "{error}"),
            Self::ValidationException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for PutBoxError {}

impl ServiceError for PutBoxError {
    fn code(&self) -> &str {
        match self {
            Self::Full(..) => "Full",
            Self::ValidationException(..) => "ValidationException",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Full", 409),
    ErrorMetadata::new("ValidationException", 400),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "PutBox",
        "PUT",
        "/boxes/{id}",
    )
    .idempotent()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "PutBoxInput",
    &[
        Member::new("id"),
        Member::new("dry"),
        Member::new("sizes"),
        Member::new("weight"),
        Member::new("what"),
        Member::new("tags"),
        Member::new("when"),
    ],
);

impl Operation for PutBoxInput {
    type Output = PutBoxOutput;
    type Error = PutBoxError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/boxes/");
        request.label(&INPUT, 0, &self.id)?;
        if let Some(value) = &self.dry {
            request.query(&INPUT, 1, "dry", value);
        }
        if let Some(value) = &self.sizes {
            request.header(&INPUT, 2, "X-Sizes", value)?;
        }
        let mut members = request.structure(&INPUT);
        members.optional(3, &self.weight);
        members.optional(4, &self.what);
        members.optional(5, &self.tags);
        members.optional(6, &self.when);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Full" => PutBoxError::Full(response.body()?),
            "ValidationException" => PutBoxError::ValidationException(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
