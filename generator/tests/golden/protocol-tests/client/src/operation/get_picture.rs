//! `GetPicture`: `GET /picture`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    FromResponse, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`get_picture`](crate::Client::get_picture) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetPictureInput {}

impl GetPictureInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What [`get_picture`](crate::Client::get_picture) answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct GetPictureOutput {
    /// `width`.
    pub width: Option<i32>,
    /// `pixels`.
    pub pixels: ByteStream,
}

impl GetPictureOutput {
    /// One with what is required, and nothing else.
    pub fn new(pixels: impl Into<ByteStream>) -> Self {
        Self {
            pixels: pixels.into(),
            width: None,
        }
    }
}

static GET_PICTURE_OUTPUT: Structure = Structure::new(
    "GetPictureOutput",
    &[Member::new("width"), Member::new("pixels")],
);

impl FromResponse for GetPictureOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let width = response.header(&GET_PICTURE_OUTPUT, 0, "X-Width")?;
        let pixels = response.stream();
        Ok(Self { width, pixels })
    }
}

/// The errors that `GetPicture` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetPictureError {}

impl fmt::Display for GetPictureError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for GetPictureError {}

impl ServiceError for GetPictureError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "GetPicture",
        "GET",
        "/picture",
    )
    .readonly()
    .streaming_output();

impl Operation for GetPictureInput {
    type Output = GetPictureOutput;
    type Error = GetPictureError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/picture");
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }
}
