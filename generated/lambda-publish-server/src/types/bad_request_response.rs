use crate::types::BadRequest;
use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
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

    /// Sets [`x_amzn_errortype`](Self::x_amzn_errortype).
    #[must_use]
    pub fn with_x_amzn_errortype(mut self, x_amzn_errortype: impl Into<String>) -> Self {
        self.x_amzn_errortype = Some(x_amzn_errortype.into());
        self
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

impl IntoResponse for BadRequestResponse {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response
            .header(
                &BAD_REQUEST_RESPONSE,
                0,
                "X-Amzn-Errortype",
                &self.x_amzn_errortype,
            );
        response.payload(&self.body);
    }
}
