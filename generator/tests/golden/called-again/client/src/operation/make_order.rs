//! `MakeOrder`: `POST /orders`.

use farrier_runtime::client;
use farrier_runtime::client::{
    Acceptor, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError, Waiter, WaiterState,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`make_order`](crate::Client::make_order) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MakeOrderInput {
    /// `token`.
    ///
    /// Sent as the header `X-Token`.
    pub token: Option<String>,
    /// `note`.
    pub note: Option<String>,
}

impl MakeOrderInput {
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

    /// Sets [`note`](Self::note).
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// The errors that `MakeOrder` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MakeOrderError {}

impl fmt::Display for MakeOrderError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for MakeOrderError {}

impl ServiceError for MakeOrderError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
    "MakeOrder",
    "POST",
    "/orders",
);

static INPUT: Structure = Structure::new(
    "MakeOrderInput",
    &[Member::new("token"), Member::new("note")],
);

impl Operation for MakeOrderInput {
    type Output = ();
    type Error = MakeOrderError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/orders");
        request
            .header(
                &INPUT,
                0,
                "X-Token",
                &*client::idempotency_token_unless_given(&self.token),
            )?;
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.note);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}

impl MakeOrderInput {
    /// What [`wait_until_order_made`](crate::Client::wait_until_order_made) waits for.
    pub const ORDER_MADE: Waiter<Self> = Waiter {
        name: "OrderMade",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::output(WaiterState::Success),
            Acceptor::any_error(WaiterState::Retry),
        ],
    };
}
