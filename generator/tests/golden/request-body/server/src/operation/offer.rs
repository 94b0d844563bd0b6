//! `Offer`: `POST /offer`.

use crate::types::Algorithm;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Offer` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OfferInput {
    /// `sum`.
    ///
    /// Sent as the header `X-Sum`.
    pub sum: Option<Algorithm>,
    /// `data`.
    pub data: Option<String>,
}

/// The errors that `Offer` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum OfferError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for OfferError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for OfferError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Offer")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "OfferInput",
    &[Member::new("sum"), Member::new("data")],
);

impl FromRequest for OfferInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let sum = input.header(0, "X-Sum")?;
        let mut data = None;
        while let Some(member) = input.next()? {
            match member {
                1 => data = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self { sum, data })
    }
}

impl Failure for OfferError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for OfferError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
