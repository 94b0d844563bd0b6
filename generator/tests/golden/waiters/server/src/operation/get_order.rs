//! `GetOrder`: `GET /orders/{id}`.

use crate::types::{Order, OrderUnknown};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetOrder` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetOrderInput {
    /// `id`.
    ///
    /// Sent in the path.
    pub id: String,
}

impl GetOrderInput {
    /// One with all that it needs.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

/// What `GetOrder` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetOrderOutput {
    /// `order`.
    pub order: Option<Order>,
}

impl GetOrderOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.order = Some(order);
        self
    }
}

static GET_ORDER_OUTPUT: Structure = Structure::new(
    "GetOrderOutput",
    &[Member::new("order")],
);

impl Encode for GetOrderOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&GET_ORDER_OUTPUT);
        members.optional(0, &self.order);
        members.end();
    }
}

impl IntoResponse for GetOrderOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `GetOrder` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetOrderError {
    /// Status 400.
    OrderUnknown(OrderUnknown),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetOrderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrderUnknown(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetOrderError {}

impl From<OrderUnknown> for GetOrderError {
    fn from(error: OrderUnknown) -> Self {
        Self::OrderUnknown(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetOrder")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "GetOrderInput",
    &[Member::new("id").required()],
);

impl FromRequest for GetOrderInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let id = input.label(0, 0)?;
        input.end()?;
        Ok(Self { id: codec::required(id)? })
    }
}

impl Failure for GetOrderError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::OrderUnknown(error) => response.error("OrderUnknown", 400, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetOrderError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
