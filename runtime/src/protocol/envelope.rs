//! What an error answer says, whatever its type.

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};

use crate::codec::json::JsonReader;
use crate::codec::{BodyReader, Member, Strictness, Structure, StructureReader};
use crate::value::{Document, TimestampFormat};

/// What an answer with an error status says about the error, whatever its type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorFacts {
    /// The error's name; the status in digits where the protocol has no names.
    pub code: Option<String>,
    /// What the service says went wrong.
    pub message: Option<String>,
    /// By what the service knows the request.
    pub request_id: Option<String>,
}

/// What a request is known by.
const REQUEST_IDS: [&str; 3] = ["x-amzn-requestid", "x-amz-request-id", "x-request-id"];

/// Members of an error's body that say what it is.
static ENVELOPE: Structure = Structure::new(
    "Error",
    &[
        Member::new("__type"),
        Member::new("code"),
        Member::new("message").also("Message"),
        Member::new("error"),
        Member::new("detail"),
        Member::new("title"),
        Member::new("errorMessage"),
    ],
);

/// The texts at the top level of an error's body.
#[derive(Default)]
pub(super) struct Envelope {
    pub(super) kind: Option<String>,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) error: Option<String>,
    pub(super) detail: Option<String>,
    pub(super) title: Option<String>,
}

impl Envelope {
    /// What can be read of `body`; a body that is no JSON object says nothing.
    pub(super) fn read(body: &[u8]) -> Self {
        let mut envelope = Self::default();
        let json = JsonReader::new(body, Strictness::Tolerant, TimestampFormat::EpochSeconds);
        let mut body = BodyReader::Json(json);
        if let Ok(mut members) = body.reader().structure(&ENVELOPE) {
            // What came before a fault in the body still holds.
            while let Ok(Some(index)) = members.next() {
                let Some(text) = text_of(&mut members) else { continue };
                let place = match index {
                    0 => &mut envelope.kind,
                    1 => &mut envelope.code,
                    2 | 6 => &mut envelope.message,
                    3 => &mut envelope.error,
                    4 => &mut envelope.detail,
                    _ => &mut envelope.title,
                };
                place.get_or_insert(text);
            }
        }
        envelope
    }
}

/// A text, or the message of an object such as `{"error": {"message": "…"}}`.
fn text_of(members: &mut StructureReader<'_>) -> Option<String> {
    match members.value::<Document>() {
        Ok(Some(Document::String(text))) => Some(text),
        Ok(Some(value)) => value.get("message").and_then(Document::as_str).map(str::to_owned),
        _ => None,
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    let found = REQUEST_IDS.iter().find_map(|name| headers.get(*name));
    found.and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// An answer with a JSON body.
pub(super) fn answer(
    status: StatusCode,
    content_type: &'static str,
    body: Vec<u8>,
) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let content_type = HeaderValue::from_static(content_type);
    response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    response
}

/// Sets a header whose text is ours, or a model's.
pub(super) fn set(headers: &mut HeaderMap, name: HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}
