//! `ListTags`: `POST /tags`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Paginated, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`list_tags`](crate::Client::list_tags) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListTagsInput {
    /// `token`.
    pub token: Option<BTreeMap<String, String>>,
}

impl ListTagsInput {
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
}

/// What [`list_tags`](crate::Client::list_tags) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListTagsOutput {
    /// `token`.
    pub token: Option<BTreeMap<String, String>>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
}

static LIST_TAGS_OUTPUT: Structure = Structure::new(
    "ListTagsOutput",
    &[Member::new("token"), Member::new("tags")],
);

impl Decode for ListTagsOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LIST_TAGS_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.token = members.value()?,
                1 => value.tags = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `ListTags` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListTagsError {}

impl fmt::Display for ListTagsError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for ListTagsError {}

impl ServiceError for ListTagsError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("ListTags", "POST", "/tags")
    .readonly();

static INPUT: Structure = Structure::new("ListTagsInput", &[Member::new("token")]);

impl Operation for ListTagsInput {
    type Output = ListTagsOutput;
    type Error = ListTagsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/tags");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.token);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}

impl Paginated for ListTagsInput {
    type Token = BTreeMap<String, String>;
    type Items = BTreeMap<String, String>;

    fn next_token(output: &Self::Output) -> Option<&Self::Token> {
        output.token.as_ref()
    }

    fn set_token(&mut self, token: Self::Token) {
        self.token = Some(token);
    }

    fn items(output: Self::Output) -> Option<Self::Items> {
        output.tags
    }
}
