//! `MakeBill`: `POST /bills`.

use farrier_runtime::client;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`make_bill`](crate::Client::make_bill) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MakeBillInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
}

impl MakeBillInput {
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

/// The errors that `MakeBill` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MakeBillError {}

impl fmt::Display for MakeBillError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for MakeBillError {}

impl ServiceError for MakeBillError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
    "MakeBill",
    "POST",
    "/bills",
);

static INPUT: Structure = Structure::new("MakeBillInput", &[Member::new("token")]);

impl Operation for MakeBillInput {
    type Output = ();
    type Error = MakeBillError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/bills");
        request
            .query(
                &INPUT,
                0,
                "token",
                &*client::idempotency_token_unless_given(&self.token),
            );
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
