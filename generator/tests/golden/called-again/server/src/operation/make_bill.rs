//! `MakeBill`: `POST /bills`.

use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `MakeBill` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MakeBillInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: String,
}

impl MakeBillInput {
    /// One with all that it needs.
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into() }
    }
}

/// The errors that `MakeBill` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum MakeBillError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for MakeBillError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for MakeBillError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("MakeBill");

static INPUT: Structure = Structure::new(
    "MakeBillInput",
    &[Member::new("token").required()],
);

impl FromRequest for MakeBillInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.query(0, "token")?;
        input.end()?;
        Ok(Self {
            token: codec::required(token)?,
        })
    }
}

impl Failure for MakeBillError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for MakeBillError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
