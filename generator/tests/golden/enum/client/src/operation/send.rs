//! `Send`: `POST /send/{suit}`.

use crate::types::{Rank, Suit};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `suit`.
    ///
    /// Sent in the path.
    pub suit: Suit,
    /// `rank`.
    pub rank: Option<Rank>,
    /// `ranks`.
    pub ranks: Option<Vec<Rank>>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(suit: Suit) -> Self {
        Self {
            suit,
            rank: None,
            ranks: None,
        }
    }

    /// Sets [`rank`](Self::rank).
    #[must_use]
    pub fn with_rank(mut self, rank: Rank) -> Self {
        self.rank = Some(rank);
        self
    }

    /// Sets [`ranks`](Self::ranks).
    #[must_use]
    pub fn with_ranks(mut self, ranks: impl IntoIterator<Item = Rank>) -> Self {
        self.ranks = Some(ranks.into_iter().collect());
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `suit`.
    pub suit: Suit,
    /// `rank`.
    pub rank: Rank,
}

impl SendOutput {
    /// One with all that it needs.
    pub fn new(suit: Suit, rank: Rank) -> Self {
        Self { suit, rank }
    }
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("suit"), Member::new("rank")],
);

impl Decode for SendOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&SEND_OUTPUT)?;
        let mut suit = None;
        let mut rank = None;
        while let Some(member) = members.next()? {
            match member {
                0 => suit = members.value()?,
                1 => rank = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            suit: suit.unwrap_or_else(Correct::corrected),
            rank: rank.unwrap_or_else(Correct::corrected),
        })
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

static METADATA: OperationMetadata = OperationMetadata::new(
    "Send",
    "POST",
    "/send/{suit}",
);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("suit"), Member::new("rank"), Member::new("ranks")],
);

impl Operation for SendInput {
    type Output = SendOutput;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send/");
        request.label(&INPUT, 0, &self.suit)?;
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.rank);
        members.optional(2, &self.ranks);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
