//! `FindThings`: `GET /things?kind=all&flag`.

use crate::types::Order;
use farrier_runtime::Timestamp;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`find_things`](crate::Client::find_things) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FindThingsInput {
    /// The page to show.
    ///
    /// Sent as the query parameter `page`.
    pub page: Option<i32>,
    /// `tags`.
    ///
    /// Sent as the query parameter `tag`.
    pub tags: Vec<String>,
    /// `since`.
    ///
    /// Sent as the query parameter `since`.
    pub since: Option<Timestamp>,
    /// `order`.
    ///
    /// Sent as the query parameter `order`.
    pub order: Option<Order>,
    /// `others`.
    ///
    /// Sent as query parameters.
    pub others: Option<BTreeMap<String, String>>,
}

impl FindThingsInput {
    /// One with what is required, and nothing else.
    pub fn new(tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            tags: tags.into_iter().map(Into::into).collect(),
            page: None,
            since: None,
            order: None,
            others: None,
        }
    }

    /// Sets [`page`](Self::page).
    #[must_use]
    pub fn with_page(mut self, page: i32) -> Self {
        self.page = Some(page);
        self
    }

    /// Sets [`since`](Self::since).
    #[must_use]
    pub fn with_since(mut self, since: impl Into<Timestamp>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// Sets [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.order = Some(order);
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

/// The errors that `FindThings` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindThingsError {}

impl fmt::Display for FindThingsError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for FindThingsError {}

impl ServiceError for FindThingsError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "FindThings",
        "GET",
        "/things?kind=all&flag",
    )
    .readonly();

static INPUT: Structure = Structure::new(
    "FindThingsInput",
    &[
        Member::new("page"),
        Member::new("tags"),
        Member::new("since"),
        Member::new("order"),
        Member::new("others"),
    ],
);

impl Operation for FindThingsInput {
    type Output = ();
    type Error = FindThingsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/things");
        request.query_literal("kind", Some("all"));
        request.query_literal("flag", None);
        if let Some(value) = &self.page {
            request.query(&INPUT, 0, "page", value);
        }
        request.query(&INPUT, 1, "tag", &self.tags);
        if let Some(value) = &self.since {
            request.query(&INPUT, 2, "since", value);
        }
        if let Some(value) = &self.order {
            request.query(&INPUT, 3, "order", value);
        }
        if let Some(value) = &self.others {
            request.query_params(value);
        }
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
