//! `MakeOrder`: `POST /orders`.

use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `MakeOrder` takes.
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

/// The errors that `MakeOrder` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum MakeOrderError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for MakeOrderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for MakeOrderError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("MakeOrder")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "MakeOrderInput",
    &[Member::new("token"), Member::new("note")],
);

impl FromRequest for MakeOrderInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.header(0, "X-Token")?;
        let mut note = None;
        while let Some(member) = input.next()? {
            match member {
                1 => note = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self { token, note })
    }
}

impl Failure for MakeOrderError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for MakeOrderError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
