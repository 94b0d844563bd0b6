//! `ListOrders`: `GET /orders`.

use crate::types::Page;
use farrier_runtime::client::{
    Operation, OperationMetadata, Paginated, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`list_orders`](crate::Client::list_orders) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListOrdersInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
}

impl ListOrdersInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

/// What [`list_orders`](crate::Client::list_orders) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListOrdersOutput {
    /// `page`.
    pub page: Option<Page>,
}

static LIST_ORDERS_OUTPUT: Structure = Structure::new(
    "ListOrdersOutput",
    &[Member::new("page")],
);

impl Decode for ListOrdersOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LIST_ORDERS_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.page = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `ListOrders` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListOrdersError {}

impl fmt::Display for ListOrdersError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for ListOrdersError {}

impl ServiceError for ListOrdersError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "ListOrders",
        "GET",
        "/orders",
    )
    .readonly();

static INPUT: Structure = Structure::new("ListOrdersInput", &[Member::new("token")]);

impl Operation for ListOrdersInput {
    type Output = ListOrdersOutput;
    type Error = ListOrdersError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/orders");
        if let Some(value) = &self.token {
            request.query(&INPUT, 0, "token", value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}

impl Paginated for ListOrdersInput {
    type Token = String;
    type Items = Vec<String>;

    fn next_token(output: &Self::Output) -> Option<&Self::Token> {
        output.page.as_ref()?.next.as_ref()
    }

    fn set_token(&mut self, token: Self::Token) {
        self.token = Some(token);
    }

    fn items(output: Self::Output) -> Option<Self::Items> {
        Some(output.page?.orders)
    }
}
