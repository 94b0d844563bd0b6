//! `Ping`: `POST /ping`.

use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Ping` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PingInput {
    /// `text`.
    pub text: Option<String>,
}

/// The errors that `Ping` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PingError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PingError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Ping")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new("PingInput", &[Member::new("text")]);

impl FromRequest for PingInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.text = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
    }
}

impl Failure for PingError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PingError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
