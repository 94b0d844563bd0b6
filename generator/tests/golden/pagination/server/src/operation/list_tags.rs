//! `ListTags`: `POST /tags`.

use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `ListTags` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListTagsInput {
    /// `token`.
    pub token: Option<BTreeMap<String, String>>,
}

/// What `ListTags` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListTagsOutput {
    /// `token`.
    pub token: Option<BTreeMap<String, String>>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
}

impl ListTagsOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(
        mut self,
        token: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.token = Some(
            token.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
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
}

static LIST_TAGS_OUTPUT: Structure = Structure::new(
    "ListTagsOutput",
    &[Member::new("token"), Member::new("tags")],
);

impl Encode for ListTagsOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LIST_TAGS_OUTPUT);
        members.optional(0, &self.token);
        members.optional(1, &self.tags);
        members.end();
    }
}

impl IntoResponse for ListTagsOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ListTags` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ListTagsError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ListTagsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ListTagsError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("ListTags")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("ListTagsInput", &[Member::new("token")]);

impl FromRequest for ListTagsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.token = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
    }
}

impl Failure for ListTagsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ListTagsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
