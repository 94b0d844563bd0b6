//! What a protocol decides: the codec of bodies, their content type, and how errors travel.

mod envelope;
mod http_json;
mod rest_json;

use std::fmt;

use http::{HeaderMap, HeaderName, Response, StatusCode};

use crate::codec::{BodyReader, BodyWriter, Malformed, Strictness, Violations};
use crate::value::TimestampFormat;

pub use envelope::ErrorFacts;
#[cfg(feature = "client")]
pub(crate) use envelope::request_id;
pub use http_json::HttpJson;
pub use rest_json::RestJson1;

/// `aws.protocols#restJson1`.
pub static REST_JSON_1: RestJson1 = RestJson1;
/// Plain HTTP with JSON bodies, as OpenAPI describes it.
pub static HTTP_JSON: HttpJson = HttpJson;

/// How values and errors travel.
pub trait Protocol: fmt::Debug + Send + Sync {
    /// Its name, for people and logs.
    fn name(&self) -> &'static str;

    /// The `Content-Type` of a body that holds members or a structured payload.
    fn content_type(&self) -> &'static str;

    /// Whether a body with this `Content-Type` is read with [`reader`](Self::reader).
    fn reads(&self, content_type: &str) -> bool;

    /// The format of timestamps in a body, where the model asks for none.
    fn timestamps(&self) -> TimestampFormat;

    /// A reader of `body`.
    fn reader<'b>(&self, body: &'b [u8], strictness: Strictness) -> BodyReader<'b>;

    /// A writer to the end of `out`.
    fn writer<'b>(&self, out: &'b mut Vec<u8>) -> BodyWriter<'b>;

    /// What an answer with an error status says about the error, whatever its type.
    fn error_facts(&self, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ErrorFacts;

    /// Names a modelled error in the headers of the answer that carries it.
    fn name_error(&self, name: &str, headers: &mut HeaderMap);

    /// The header that an answer names its request in.
    fn request_id_header(&self) -> HeaderName {
        HeaderName::from_static("x-request-id")
    }

    /// The answer to a request that no handler has seen, or that a handler failed at.
    fn rejection(&self, rejection: &Rejection) -> Response<Vec<u8>>;

    /// The answer to a request that violates constraints.
    fn violations(&self, violations: &Violations) -> Response<Vec<u8>>;
}

/// Why a request is answered without, or in spite of, its handler.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Rejection {
    /// No operation has this path: 404.
    NotFound,
    /// No operation of this path has this method: 405.
    MethodNotAllowed {
        /// The methods that it has.
        allowed: Vec<&'static str>,
    },
    /// The answer's media type is not one that the client accepts: 406.
    NotAcceptable {
        /// The answer's media type.
        offered: &'static str,
    },
    /// The request took too long to arrive: 408.
    RequestTimeout,
    /// The body is too long: 413.
    PayloadTooLarge {
        /// How long it may be, in bytes.
        limit: u64,
    },
    /// The body is not of the media type that the operation reads: 415.
    UnsupportedMediaType {
        /// What it reads; nothing if it takes no body.
        expected: Option<&'static str>,
    },
    /// The request cannot be read: 400.
    Malformed {
        /// What is wrong where, in words for the sender.
        message: String,
    },
    /// Something failed here: 500. Nothing is said of it.
    Internal,
    /// The answer took too long: 503.
    Unavailable,
    /// An error that the model does not have.
    Other {
        /// The status.
        status: StatusCode,
        /// The error's name.
        code: String,
        /// What to say.
        message: String,
    },
}

impl Rejection {
    /// The answer's status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable { .. } => StatusCode::NOT_ACCEPTABLE,
            Self::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
            Self::PayloadTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Malformed { .. } => StatusCode::BAD_REQUEST,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Other { status, .. } => *status,
        }
    }

    /// The error's name, as AWS protocols have it.
    pub fn code(&self) -> &str {
        match self {
            Self::NotFound => "UnknownOperationException",
            Self::MethodNotAllowed { .. } => "MethodNotAllowedException",
            Self::NotAcceptable { .. } => "NotAcceptableException",
            Self::RequestTimeout => "RequestTimeoutException",
            Self::PayloadTooLarge { .. } => "RequestEntityTooLargeException",
            Self::UnsupportedMediaType { .. } => "UnsupportedMediaTypeException",
            Self::Malformed { .. } => "SerializationException",
            Self::Internal => "InternalFailure",
            Self::Unavailable => "ServiceUnavailableException",
            Self::Other { code, .. } => code,
        }
    }

    /// What to say to the sender.
    pub fn message(&self) -> String {
        match self {
            Self::NotFound => "No operation has this path.".to_owned(),
            Self::MethodNotAllowed { allowed } => {
                format!("This path takes {}.", allowed.join(", "))
            }
            Self::NotAcceptable { offered } => {
                format!("The answer is {offered}, which the request does not accept.")
            }
            Self::RequestTimeout => "The request took too long to arrive.".to_owned(),
            Self::PayloadTooLarge { limit } => {
                format!("The body is longer than {limit} bytes.")
            }
            Self::UnsupportedMediaType { expected: Some(expected) } => {
                format!("The body must be {expected}.")
            }
            Self::UnsupportedMediaType { expected: None } => {
                "The operation takes no body.".to_owned()
            }
            Self::Malformed { message } | Self::Other { message, .. } => message.clone(),
            Self::Internal => "The request could not be served.".to_owned(),
            Self::Unavailable => "The answer took too long.".to_owned(),
        }
    }
}

/// A fault of ours is no business of the sender's.
impl From<&Malformed> for Rejection {
    fn from(malformed: &Malformed) -> Self {
        if malformed.internal {
            Self::Internal
        } else {
            Self::Malformed { message: malformed.to_string() }
        }
    }
}
