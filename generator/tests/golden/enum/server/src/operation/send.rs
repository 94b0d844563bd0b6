//! `Send`: `POST /send/{suit}`.

use crate::types::{Rank, Suit};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
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
}

/// What `Send` answers.
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

impl Encode for SendOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SEND_OUTPUT);
        members.member(0, &self.suit);
        members.member(1, &self.rank);
        members.end();
    }
}

impl IntoResponse for SendOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `Send` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("suit").required(), Member::new("rank"), Member::new("ranks")],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let suit = input.label(0, 0)?;
        let mut rank = None;
        let mut ranks = None;
        while let Some(member) = input.next()? {
            match member {
                1 => rank = input.value()?,
                2 => ranks = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            suit: codec::required(suit)?,
            rank,
            ranks,
        })
    }
}

impl Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
