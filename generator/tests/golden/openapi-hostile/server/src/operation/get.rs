//! `get */ "#{} `: `GET /a"b/{x y}`.

use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `get */ "#{} \u{202e}` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetInput {
    /// `x y`.
    ///
    /// Sent in the path.
    pub x_y: String,
}

impl GetInput {
    /// One with all that it needs.
    pub fn new(x_y: impl Into<String>) -> Self {
        Self { x_y: x_y.into() }
    }
}

/// The errors that `get */ "#{} ` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "get */ \"#{} \u{202e}",
    )
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("GetInput", &[Member::new("x y").required()]);

impl FromRequest for GetInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let x_y = input.label(0, 0)?;
        input.end()?;
        Ok(Self { x_y: codec::required(x_y)? })
    }
}

impl Failure for GetError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
