//! `ListOrders`: `GET /orders`.

use crate::types::Page;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ListOrders` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListOrdersInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
}

/// What `ListOrders` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListOrdersOutput {
    /// `page`.
    pub page: Option<Page>,
}

impl ListOrdersOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`page`](Self::page).
    #[must_use]
    pub fn with_page(mut self, page: Page) -> Self {
        self.page = Some(page);
        self
    }
}

static LIST_ORDERS_OUTPUT: Structure = Structure::new(
    "ListOrdersOutput",
    &[Member::new("page")],
);

impl Encode for ListOrdersOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LIST_ORDERS_OUTPUT);
        members.optional(0, &self.page);
        members.end();
    }
}

impl IntoResponse for ListOrdersOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ListOrders` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ListOrdersError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ListOrdersError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ListOrdersError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("ListOrders")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("ListOrdersInput", &[Member::new("token")]);

impl FromRequest for ListOrdersInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.query(0, "token")?;
        input.end()?;
        Ok(Self { token })
    }
}

impl Failure for ListOrdersError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ListOrdersError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
