//! `GetOrder`: `GET /orders/{id}`.

use crate::types::{Order, OrderState, OrderUnknown};
use farrier_runtime::client::{
    Acceptor, ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused,
    RequestWriter, ResponseReader, ServiceError, Waiter, WaiterState,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`get_order`](crate::Client::get_order) takes.
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

/// What [`get_order`](crate::Client::get_order) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetOrderOutput {
    /// `order`.
    pub order: Option<Order>,
}

static GET_ORDER_OUTPUT: Structure = Structure::new(
    "GetOrderOutput",
    &[Member::new("order")],
);

impl Decode for GetOrderOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&GET_ORDER_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.order = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `GetOrder` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetOrderError {
    /// Status 400.
    OrderUnknown(OrderUnknown),
}

impl fmt::Display for GetOrderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrderUnknown(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for GetOrderError {}

impl ServiceError for GetOrderError {
    fn code(&self) -> &str {
        match self {
            Self::OrderUnknown(..) => "OrderUnknown",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("OrderUnknown", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "GetOrder",
        "GET",
        "/orders/{id}",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new("GetOrderInput", &[Member::new("id")]);

impl Operation for GetOrderInput {
    type Output = GetOrderOutput;
    type Error = GetOrderError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/orders/");
        request.label(&INPUT, 0, &self.id)?;
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
            "OrderUnknown" => GetOrderError::OrderUnknown(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}

impl GetOrderInput {
    /// What [`wait_until_order_shipped`](crate::Client::wait_until_order_shipped) waits for.
    pub const ORDER_SHIPPED: Waiter<Self> = Waiter {
        name: "OrderShipped",
        min_delay: 5,
        max_delay: 60,
        acceptors: &[
            Acceptor::string(
                "order.state",
                |_, output| {
                    output.order.as_ref()?.state.as_ref().map(OrderState::as_str)
                },
                &[("SHIPPED", WaiterState::Success)],
            ),
            Acceptor::message(
                Acceptor::string(
                    "order.state",
                    |_, output| {
                        output.order.as_ref()?.state.as_ref().map(OrderState::as_str)
                    },
                    &[("LOST", WaiterState::Failure)],
                ),
                |_, output| Some(
                    output
                        .order
                        .as_ref()?
                        .notes
                        .as_ref()?
                        .iter()
                        .map(String::as_str)
                        .map(Some)
                        .collect(),
                ),
            ),
            Acceptor::error("OrderUnknown", WaiterState::Retry),
            Acceptor::any_error(WaiterState::Failure),
        ],
    };

    /// What [`wait_until_all_lines_ready`](crate::Client::wait_until_all_lines_ready) waits for.
    pub const ALL_LINES_READY: Waiter<Self> = Waiter {
        name: "AllLinesReady",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::all_strings(
                "order.lines[].state",
                |_, output| Some(
                    output
                        .order
                        .as_ref()?
                        .lines
                        .as_ref()?
                        .iter()
                        .map(|item| item.state.as_str())
                        .map(Some)
                        .collect(),
                ),
                &[("READY", WaiterState::Success)],
            ),
            Acceptor::any_string(
                "order.lines[?amount > `0`].parts[][].name",
                |_, output| Some(
                    output
                        .order
                        .as_ref()?
                        .lines
                        .as_ref()?
                        .iter()
                        .filter(|&item| item.amount.is_some_and(|value| value > 0))
                        .filter_map(|item| item.parts.as_ref())
                        .flat_map(|item| item.iter())
                        .flat_map(|item| item.iter())
                        .filter_map(|item| item.name.as_deref())
                        .map(Some)
                        .collect(),
                ),
                &[("broken", WaiterState::Failure)],
            ),
            Acceptor::any_string(
                "[order.state, order.note]",
                |_, output| Some(
                    Vec::from([
                        output
                            .order
                            .as_ref()
                            .and_then(|value| {
                                value.state.as_ref().map(OrderState::as_str)
                            }),
                        output.order.as_ref().and_then(|value| value.note.as_deref()),
                    ]),
                ),
                &[("gone", WaiterState::Failure)],
            ),
            Acceptor::any_string(
                "order.notes",
                |_, output| Some(
                    output
                        .order
                        .as_ref()?
                        .notes
                        .as_ref()?
                        .iter()
                        .map(String::as_str)
                        .map(Some)
                        .collect(),
                ),
                &[("wait", WaiterState::Retry)],
            ),
        ],
    };

    /// What [`wait_until_order_complete`](crate::Client::wait_until_order_complete) waits for.
    pub const ORDER_COMPLETE: Waiter<Self> = Waiter {
        name: "OrderComplete",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(order.lines[?state == 'READY']) >= order.wanted",
                |_, output| Some(
                    Some(
                            output
                                .order
                                .as_ref()?
                                .lines
                                .as_ref()?
                                .iter()
                                .filter(|&item| item.state.as_str() == "READY")
                                .count() as i64,
                        )
                        .zip(
                            output
                                .order
                                .as_ref()
                                .and_then(|value| value.wanted.map(i64::from)),
                        )
                        .is_some_and(|(left, right)| left >= right),
                ),
                &[(true, WaiterState::Success)],
            ),
            Acceptor::boolean(
                "!order || order.cancelled && starts_with(order.note, 'no')",
                |_, output| Some(
                    output.order.as_ref().is_none()
                        || (output.order.as_ref().and_then(|value| value.cancelled)
                            == Some(true)
                            && output.order.as_ref()?.note.as_deref()?.starts_with("no")),
                ),
                &[(true, WaiterState::Failure)],
            ),
            Acceptor::boolean(
                "order.lines | [@[?length(parts) != `1`], @[?amount == wanted]][] | length(@) == `0`",
                |_, output| Some({
                    let item = {
                        let item = output.order.as_ref()?.lines.as_ref()?;
                        Vec::from([
                                {
                                    let mut found = Vec::new();
                                    for item_2 in item.iter() {
                                        if (item_2.parts.as_ref()?.len() as i64) != 1 {
                                            found.push(item_2);
                                        }
                                    }
                                    found
                                },
                                item
                                    .iter()
                                    .filter(|&item_2| {
                                        item_2.amount == item_2.wanted.map(i64::from)
                                    })
                                    .collect::<Vec<_>>(),
                            ])
                            .into_iter()
                            .flat_map(|item_2| item_2.into_iter())
                            .collect::<Vec<_>>()
                    };
                    (item.len() as i64) == 0
                }),
                &[(true, WaiterState::Failure)],
            ),
            Acceptor::boolean(
                "contains(order.lines[].[length(parts) >= wanted][], `false`)",
                |_, output| Some(
                    {
                        let mut found = Vec::new();
                        for item in output.order.as_ref()?.lines.as_ref()?.iter() {
                            found
                                .push(
                                    Vec::from([
                                        Some(item.parts.as_ref()?.len() as i64)
                                            .zip(item.wanted.map(i64::from))
                                            .map(|(left, right)| left >= right),
                                    ]),
                                );
                        }
                        found
                    }
                        .into_iter()
                        .flat_map(|item| item.into_iter().flatten())
                        .any(|found| !found),
                ),
                &[(true, WaiterState::Failure)],
            ),
            Acceptor::boolean(
                "contains(keys(order.tags), 'dead') && order.tags.dead != `null`",
                |_, output| Some(
                    output
                        .order
                        .as_ref()?
                        .tags
                        .as_ref()?
                        .keys()
                        .map(String::as_str)
                        .any(|found| found == "dead")
                        && output
                            .order
                            .as_ref()
                            .and_then(|value| value.tags.as_ref())
                            .and_then(|value| value.get("dead").map(String::as_str))
                            .is_some(),
                ),
                &[(true, WaiterState::Failure)],
            ),
            Acceptor::boolean(
                "order.lines[0].amount < order.lines[-1].wanted",
                |_, output| {
                    output
                        .order
                        .as_ref()
                        .and_then(|value| value.lines.as_ref())
                        .and_then(|value| value.first())
                        .and_then(|value| value.amount)
                        .zip(
                            output
                                .order
                                .as_ref()
                                .and_then(|value| value.lines.as_ref())
                                .and_then(|value| value.last())
                                .and_then(|value| value.wanted.map(i64::from)),
                        )
                        .map(|(left, right)| left < right)
                },
                &[(false, WaiterState::Retry)],
            ),
        ],
    };

    /// What [`wait_until_same_order`](crate::Client::wait_until_same_order) waits for.
    pub const SAME_ORDER: Waiter<Self> = Waiter {
        name: "SameOrder",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "input.id == output.order.id",
                |input, output| Some(
                    Some(input.id.as_str())
                        == output.order.as_ref().map(|value| value.id.as_str()),
                ),
                &[(true, WaiterState::Success)],
            ),
            Acceptor::output(WaiterState::Retry),
        ],
    };
}
