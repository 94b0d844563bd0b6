//! `FindThings`: `GET /things?kind=all&flag`.

use crate::types::Order;
use farrier_runtime::{Timestamp, codec};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `FindThings` takes.
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
}

/// The errors that `FindThings` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum FindThingsError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for FindThingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for FindThingsError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("FindThings");

static INPUT: Structure = Structure::new(
    "FindThingsInput",
    &[
        Member::new("page"),
        Member::new("tags").required(),
        Member::new("since"),
        Member::new("order"),
        Member::new("others"),
    ],
);

impl FromRequest for FindThingsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let page = input.query(0, "page")?;
        let tags = input.query(1, "tag")?;
        let since = input.query(2, "since")?;
        let order = input.query(3, "order")?;
        let others = input.query_params(4)?;
        input.end()?;
        Ok(Self {
            page,
            tags: codec::required(tags)?,
            since,
            order,
            others,
        })
    }
}

impl Failure for FindThingsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for FindThingsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
