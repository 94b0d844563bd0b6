//! `Upload`: `POST /upload`.

use farrier_runtime::ByteStream;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::{fmt, mem};

/// What [`upload`](crate::Client::upload) takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct UploadInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
    /// `data`.
    ///
    /// Sent as the whole body.
    pub data: ByteStream,
}

impl UploadInput {
    /// One with what is required, and nothing else.
    pub fn new(data: impl Into<ByteStream>) -> Self {
        Self {
            data: data.into(),
            token: None,
        }
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

/// What [`upload`](crate::Client::upload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UploadOutput {
    /// `token`.
    pub token: Option<String>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
}

static UPLOAD_OUTPUT: Structure = Structure::new(
    "UploadOutput",
    &[Member::new("token"), Member::new("strings")],
);

impl Decode for UploadOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&UPLOAD_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.token = members.value()?,
                1 => value.strings = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `Upload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum UploadError {}

impl fmt::Display for UploadError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for UploadError {}

impl ServiceError for UploadError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Upload", "POST", "/upload")
    .streaming_input();

static INPUT: Structure = Structure::new(
    "UploadInput",
    &[Member::new("token"), Member::new("data")],
);

impl Operation for UploadInput {
    type Output = UploadOutput;
    type Error = UploadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/upload");
        if let Some(value) = &self.token {
            request.query(&INPUT, 0, "token", value);
        }
        let stream = mem::take(&mut self.data);
        request.stream_payload(None, stream);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
