//! `Offer`: `POST /offer`.

use crate::types::Algorithm;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`offer`](crate::Client::offer) takes.
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

impl OfferInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`sum`](Self::sum).
    #[must_use]
    pub fn with_sum(mut self, sum: Algorithm) -> Self {
        self.sum = Some(sum);
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }
}

/// The errors that `Offer` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OfferError {}

impl fmt::Display for OfferError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for OfferError {}

impl ServiceError for OfferError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Offer", "POST", "/offer")
    .checksum_algorithm("X-Sum");

static INPUT: Structure = Structure::new(
    "OfferInput",
    &[Member::new("sum"), Member::new("data")],
);

impl Operation for OfferInput {
    type Output = ();
    type Error = OfferError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/offer");
        if let Some(value) = &self.sum {
            request.header(&INPUT, 0, "X-Sum", value)?;
        }
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.data);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
