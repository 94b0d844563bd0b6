//! `Send`: `POST /send`.

use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `encoding`.
    ///
    /// Sent as the header `Content-Encoding`.
    pub encoding: Option<String>,
    /// `data`.
    pub data: Option<String>,
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
    .gzip()
    .binds_content_encoding();

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("encoding"), Member::new("data")],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let encoding = input.header(0, "Content-Encoding")?;
        let mut data = None;
        while let Some(member) = input.next()? {
            match member {
                1 => data = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self { encoding, data })
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
