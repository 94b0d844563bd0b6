//! `Sum`: `POST /sum`.

use crate::types::Algorithm;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`sum`](crate::Client::sum) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SumInput {
    /// `algorithm`.
    ///
    /// Sent as the header `x-amz-sdk-checksum-algorithm`.
    pub algorithm: Option<Algorithm>,
    /// `data`.
    pub data: Option<String>,
}

impl SumInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`algorithm`](Self::algorithm).
    #[must_use]
    pub fn with_algorithm(mut self, algorithm: Algorithm) -> Self {
        self.algorithm = Some(algorithm);
        self
    }

    /// Sets [`data`](Self::data).
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }
}

/// The errors that `Sum` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SumError {}

impl fmt::Display for SumError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SumError {}

impl ServiceError for SumError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Sum", "POST", "/sum")
    .checksum_amz()
    .checksum_algorithm("x-amz-sdk-checksum-algorithm");

static INPUT: Structure = Structure::new(
    "SumInput",
    &[Member::new("algorithm"), Member::new("data")],
);

impl Operation for SumInput {
    type Output = ();
    type Error = SumError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/sum");
        if let Some(value) = &self.algorithm {
            request.header(&INPUT, 0, "x-amz-sdk-checksum-algorithm", value)?;
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
