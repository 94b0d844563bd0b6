//! `EnumPayload`: `POST /payload/enum`.

use crate::types::{Broken, Refused, Suit};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`enum_payload`](crate::Client::enum_payload) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnumPayloadInput {
    /// `payload`.
    ///
    /// Sent as the whole body.
    pub payload: Option<Suit>,
}

impl EnumPayloadInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn with_payload(mut self, payload: Suit) -> Self {
        self.payload = Some(payload);
        self
    }
}

/// What [`enum_payload`](crate::Client::enum_payload) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EnumPayloadOutput {
    /// `payload`.
    pub payload: Option<Suit>,
}

static ENUM_PAYLOAD_OUTPUT: Structure = Structure::new(
    "EnumPayloadOutput",
    &[Member::new("payload")],
);

impl FromResponse for EnumPayloadOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let payload = response.text_payload(&ENUM_PAYLOAD_OUTPUT, 0)?;
        Ok(Self { payload })
    }
}

/// The errors that `EnumPayload` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EnumPayloadError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for EnumPayloadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for EnumPayloadError {}

impl ServiceError for EnumPayloadError {
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
        "EnumPayload",
        "POST",
        "/payload/enum",
    )
    .errors(&ERRORS);

impl Operation for EnumPayloadInput {
    type Output = EnumPayloadOutput;
    type Error = EnumPayloadError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/payload/enum");
        if let Some(value) = &self.payload {
            request.text_payload(None, value.as_str());
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
            "Refused" => EnumPayloadError::Refused(response.read()?),
            "Broken" => EnumPayloadError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
