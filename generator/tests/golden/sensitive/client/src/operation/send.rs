//! `Send`: `POST /send`.

use crate::types::{Card, Either};
use farrier_runtime::Redacted;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `open`.
    pub open: Option<String>,
    /// `password`.
    pub password: Option<String>,
    /// `card`.
    pub card: Option<Card>,
    /// `either`.
    pub either: Option<Either>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`open`](Self::open).
    #[must_use]
    pub fn with_open(mut self, open: impl Into<String>) -> Self {
        self.open = Some(open.into());
        self
    }

    /// Sets [`password`](Self::password).
    #[must_use]
    pub fn with_password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`card`](Self::card).
    #[must_use]
    pub fn with_card(mut self, card: Card) -> Self {
        self.card = Some(card);
        self
    }

    /// Sets [`either`](Self::either).
    #[must_use]
    pub fn with_either(mut self, either: Either) -> Self {
        self.either = Some(either);
        self
    }
}

impl fmt::Debug for SendInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SendInput")
            .field("open", &self.open)
            .field("password", &Redacted::option(&self.password))
            .field("card", &Redacted::option(&self.card))
            .field("either", &self.either)
            .finish()
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
        Member::new("open"),
        Member::new("password"),
        Member::new("card"),
        Member::new("either"),
    ],
);

impl Operation for SendInput {
    type Output = Card;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.open);
        members.optional(1, &self.password);
        members.optional(2, &self.card);
        members.optional(3, &self.either);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
