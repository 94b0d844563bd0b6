//! `TextPayload`: `POST /payload/text`.

use crate::types::{Broken, Refused};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`text_payload`](crate::Client::text_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TextPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<String>,
}

impl TextPayloadInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = Some(payload.into());
        self
    }
}

/// What [`text_payload`](crate::Client::text_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TextPayloadOutput {
    /// `payload`.
    pub payload: Option<String>,
}

static TEXT_PAYLOAD_OUTPUT: Structure = Structure::new(
    "TextPayloadOutput",
    &[Member::new("payload")],
);

impl FromResponse for TextPayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let payload = response.text_payload(&TEXT_PAYLOAD_OUTPUT, 0)?;
        Ok(Self { payload })
    }
}

/// The errors that `TextPayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TextPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for TextPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for TextPayloadError {}

impl ServiceError for TextPayloadError {
    fn code(&self) -> &str {
        match self {
            Self::Refused(..) => "Refused",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Refused", 418),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "TextPayload",
        "POST",
        "/payload/text",
    )
    .errors(&ERRORS);

impl Operation for TextPayloadInput {
    type Output = TextPayloadOutput;
    type Error = TextPayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/text");
        if let Some(value) = &self.payload {
            request.text_payload(None, value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => TextPayloadError::Refused(response.read()?),
            "Broken" => TextPayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
