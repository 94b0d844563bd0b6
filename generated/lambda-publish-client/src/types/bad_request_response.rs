use crate::types::BadRequest;
use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Correct, Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// `BadRequestResponse`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BadRequestResponse {
    /// The error: `CodeStorageExceededException` or `InvalidParameterValueException`.
    pub x_amzn_errortype: Option<String>,
    /// `body`.
    pub body: BadRequest,
}

impl BadRequestResponse {
    /// One with what is required, and nothing else.
    pub fn new(body: BadRequest) -> Self {
        Self {
            body,
            x_amzn_errortype: None,
        }
    }
}

impl fmt::Display for BadRequestResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BadRequestResponse")
    }
}

impl Error for BadRequestResponse {}

static BAD_REQUEST_RESPONSE: Structure = Structure::new(
    "BadRequestResponse",
    &[Member::new("X-Amzn-Errortype"), Member::new("body")],
);

impl FromResponse for BadRequestResponse {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let x_amzn_errortype = response
            .header(&BAD_REQUEST_RESPONSE, 0, "X-Amzn-Errortype")?;
        let body_member = response.payload(&BAD_REQUEST_RESPONSE, 1)?;
        Ok(Self {
            x_amzn_errortype,
            body: body_member.unwrap_or_else(Correct::corrected),
        })
    }
}
