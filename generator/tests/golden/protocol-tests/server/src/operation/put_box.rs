//! `PutBox`: `PUT /boxes/{id}`.

use crate::types::{Full, Kind, ValidationException, What};
use farrier_runtime::{Timestamp, codec};
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `PutBox` takes.
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
}

/// What `PutBox` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutBoxOutput {
    /// `kind`.
    pub kind: Option<Kind>,
}

impl PutBoxOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn with_kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }
}

static PUT_BOX_OUTPUT: Structure = Structure::new(
    "PutBoxOutput",
    &[Member::new("kind")],
);

impl Encode for PutBoxOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PUT_BOX_OUTPUT);
        members.optional(0, &self.kind);
        members.end();
    }
}

impl IntoResponse for PutBoxOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `PutBox` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PutBoxError {
    /// Status 409.
    Full(Full),
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutBoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full(error) => write!(formatter, "{error}"),
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutBoxError {}

impl From<Full> for PutBoxError {
    fn from(error: Full) -> Self {
        Self::Full(error)
    }
}

impl From<ValidationException> for PutBoxError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PutBox")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PutBoxInput",
    &[
        Member::new("id").required(),
        Member::new("dry"),
        Member::new("sizes"),
        Member::new("weight"),
        Member::new("what"),
        Member::new("tags"),
        Member::new("when"),
    ],
);

impl FromRequest for PutBoxInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let id = input.label(0, 0)?;
        let dry = input.query(1, "dry")?;
        let sizes = input.header(2, "X-Sizes")?;
        let mut weight = None;
        let mut what = None;
        let mut tags = None;
        let mut when = None;
        while let Some(member) = input.next()? {
            match member {
                3 => weight = input.value()?,
                4 => what = input.value()?,
                5 => tags = input.value()?,
                6 => when = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            id: codec::required(id)?,
            dry,
            sizes,
            weight,
            what,
            tags,
            when,
        })
    }
}

impl Failure for PutBoxError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Full(error) => response.error("Full", 409, error),
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutBoxError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
