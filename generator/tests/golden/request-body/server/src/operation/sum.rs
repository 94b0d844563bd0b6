//! `Sum`: `POST /sum`.

use crate::types::Algorithm;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Sum` takes.
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

/// The errors that `Sum` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SumError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SumError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SumError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Sum")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "SumInput",
    &[Member::new("algorithm"), Member::new("data")],
);

impl FromRequest for SumInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let algorithm = input.header(0, "x-amz-sdk-checksum-algorithm")?;
        let mut data = None;
        while let Some(member) = input.next()? {
            match member {
                1 => data = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self { algorithm, data })
    }
}

impl Failure for SumError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SumError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
