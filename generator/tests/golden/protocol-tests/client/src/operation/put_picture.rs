//! `PutPicture`: `POST /picture`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::fmt;

/// What [`put_picture`](crate::Client::put_picture) takes.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct PutPictureInput {
    /// `pixels`.
    ///
    /// Sent as the whole body.
    pub pixels: Option<ByteStream>,
}

impl PutPictureInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`pixels`](Self::pixels).
    #[must_use]
    pub fn with_pixels(mut self, pixels: impl Into<ByteStream>) -> Self {
        self.pixels = Some(pixels.into());
        self
    }
}

/// The errors that `PutPicture` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutPictureError {}

impl fmt::Display for PutPictureError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for PutPictureError {}

impl ServiceError for PutPictureError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "PutPicture",
        "POST",
        "/picture",
    )
    .streaming_input();

impl Operation for PutPictureInput {
    type Output = ();
    type Error = PutPictureError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/picture");
        if let Some(stream) = self.pixels.take() {
            request.stream_payload(None, stream);
        }
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
