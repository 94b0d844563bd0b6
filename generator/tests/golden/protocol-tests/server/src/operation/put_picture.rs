//! `PutPicture`: `POST /picture`.

use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `PutPicture` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct PutPictureInput {
    /// `pixels`.
    ///
    /// Sent as the whole body.
    pub pixels: ByteStream,
}

impl PutPictureInput {
    /// One with all that it needs.
    pub fn new(pixels: impl Into<ByteStream>) -> Self {
        Self { pixels: pixels.into() }
    }
}

/// The errors that `PutPicture` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PutPictureError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutPictureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutPictureError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PutPicture")
    .input(InputBody::Stream);

static INPUT: Structure = Structure::new("PutPictureInput", &[Member::new("pixels")]);

impl FromRequest for PutPictureInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let pixels = input.stream()?;
        input.end()?;
        Ok(Self { pixels })
    }
}

impl Failure for PutPictureError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutPictureError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
