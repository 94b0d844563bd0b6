//! `GetPicture`: `GET /picture`.

use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetPicture` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetPictureInput {}

/// What `GetPicture` answers.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct GetPictureOutput {
    /// `width`.
    pub width: Option<i32>,
    /// `pixels`.
    pub pixels: Option<ByteStream>,
}

impl GetPictureOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`width`](Self::width).
    #[must_use]
    pub fn with_width(mut self, width: i32) -> Self {
        self.width = Some(width);
        self
    }

    /// Sets [`pixels`](Self::pixels).
    #[must_use]
    pub fn with_pixels(mut self, pixels: impl Into<ByteStream>) -> Self {
        self.pixels = Some(pixels.into());
        self
    }
}

static GET_PICTURE_OUTPUT: Structure = Structure::new(
    "GetPictureOutput",
    &[Member::new("width"), Member::new("pixels")],
);

impl IntoResponse for GetPictureOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&GET_PICTURE_OUTPUT, 0, "X-Width", &self.width);
        if let Some(value) = self.pixels {
            response.stream(value);
        }
    }
}

/// The errors that `GetPicture` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetPictureError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetPictureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetPictureError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetPicture")
    .output(OutputBody::Stream);

impl FromRequest for GetPictureInput {
    fn read(_request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        Ok(Self {})
    }
}

impl Failure for GetPictureError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetPictureError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
