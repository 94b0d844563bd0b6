//! `Send`: `POST /send`.

use crate::types::{Collections, Color, Item};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `list`.
    pub list: Option<Vec<String>>,
    /// `nested`.
    pub nested: Option<Vec<Vec<String>>>,
    /// `map`.
    pub map: Option<BTreeMap<String, Vec<String>>>,
    /// `byColor`.
    pub by_color: Option<BTreeMap<Color, i32>>,
    /// `sparseList`.
    pub sparse_list: Option<Vec<Option<String>>>,
    /// `sparseMap`.
    pub sparse_map: Option<BTreeMap<String, Option<String>>>,
    /// `items`.
    pub items: Option<Vec<Item>>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`list`](Self::list).
    #[must_use]
    pub fn with_list(
        mut self,
        list: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.list = Some(list.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`nested`](Self::nested).
    #[must_use]
    pub fn with_nested(mut self, nested: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.nested = Some(nested.into_iter().collect());
        self
    }

    /// Sets [`map`](Self::map).
    #[must_use]
    pub fn with_map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, Vec<String>)>,
    ) -> Self {
        self.map = Some(
            map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`by_color`](Self::by_color).
    #[must_use]
    pub fn with_by_color(
        mut self,
        by_color: impl IntoIterator<Item = (Color, i32)>,
    ) -> Self {
        self.by_color = Some(by_color.into_iter().collect());
        self
    }

    /// Sets [`sparse_list`](Self::sparse_list).
    #[must_use]
    pub fn with_sparse_list(
        mut self,
        sparse_list: impl IntoIterator<Item = Option<String>>,
    ) -> Self {
        self.sparse_list = Some(sparse_list.into_iter().collect());
        self
    }

    /// Sets [`sparse_map`](Self::sparse_map).
    #[must_use]
    pub fn with_sparse_map(
        mut self,
        sparse_map: impl IntoIterator<Item = (impl Into<String>, Option<String>)>,
    ) -> Self {
        self.sparse_map = Some(
            sparse_map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`items`](Self::items).
    #[must_use]
    pub fn with_items(mut self, items: impl IntoIterator<Item = Item>) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {}

impl fmt::Display for SendError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send");

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("list"),
        Member::new("nested"),
        Member::new("map"),
        Member::new("byColor"),
        Member::new("sparseList"),
        Member::new("sparseMap"),
        Member::new("items"),
    ],
);

impl Operation for SendInput {
    type Output = Collections;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.list);
        members.optional(1, &self.nested);
        members.optional(2, &self.map);
        members.optional(3, &self.by_color);
        members.optional(4, &self.sparse_list);
        members.optional(5, &self.sparse_map);
        members.optional(6, &self.items);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
