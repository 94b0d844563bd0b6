//! Plain HTTP with JSON bodies, as OpenAPI describes it.

use http::{HeaderMap, Response, StatusCode, header};

use super::envelope::{Envelope, answer, request_id, set};
use super::rest_json::Field;
use super::{ErrorFacts, Protocol, Rejection};
use crate::codec::json::{JsonReader, JsonWriter};
use crate::codec::{BodyReader, BodyWriter, Member, Strictness, Structure, Violations};
use crate::http::media_type_of;
use crate::value::TimestampFormat;

/// Plain HTTP with JSON bodies: errors are told apart by their status.
#[derive(Clone, Copy, Debug)]
pub struct HttpJson;

const JSON: &str = "application/json";
/// RFC 9457.
const PROBLEM: &str = "application/problem+json";

// RFC 9457's members, and `message`, which most clients look for.
static PROBLEM_DETAILS: Structure = Structure::new(
    "Problem",
    &[
        Member::new("type"),
        Member::new("title"),
        Member::new("status"),
        Member::new("detail"),
        Member::new("message"),
        Member::new("violations"),
    ],
);

impl Protocol for HttpJson {
    fn name(&self) -> &'static str {
        "httpJson"
    }

    fn content_type(&self) -> &'static str {
        JSON
    }

    fn reads(&self, content_type: &str) -> bool {
        let name = media_type_of(content_type).to_ascii_lowercase();
        name == JSON || (name.starts_with("application/") && name.ends_with("+json"))
    }

    fn timestamps(&self) -> TimestampFormat {
        TimestampFormat::DateTime
    }

    fn reader<'b>(&self, body: &'b [u8], strictness: Strictness) -> BodyReader<'b> {
        BodyReader::Json(JsonReader::new(body, strictness, self.timestamps()))
    }

    fn writer<'b>(&self, out: &'b mut Vec<u8>) -> BodyWriter<'b> {
        BodyWriter::Json(JsonWriter::new(out, self.timestamps()))
    }

    fn error_facts(&self, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ErrorFacts {
        let envelope = Envelope::read(body);
        let message = envelope.message.or(envelope.error).or(envelope.detail).or(envelope.title);
        ErrorFacts {
            code: Some(status.as_str().to_owned()),
            message,
            request_id: request_id(headers),
        }
    }

    fn name_error(&self, _name: &str, _headers: &mut HeaderMap) {}

    fn rejection(&self, rejection: &Rejection) -> Response<Vec<u8>> {
        let mut response = problem(rejection.status(), &rejection.message(), None);
        if let Rejection::MethodNotAllowed { allowed } = rejection {
            set(response.headers_mut(), header::ALLOW, &allowed.join(", "));
        }
        response
    }

    fn violations(&self, violations: &Violations) -> Response<Vec<u8>> {
        problem(StatusCode::BAD_REQUEST, &violations.message(), Some(violations))
    }
}

fn problem(
    status: StatusCode,
    message: &str,
    violations: Option<&Violations>,
) -> Response<Vec<u8>> {
    let mut body = Vec::new();
    let mut writer = HttpJson.writer(&mut body);
    let mut members = writer.writer().structure(&PROBLEM_DETAILS);
    members.member(0, "about:blank");
    members.member(1, status.canonical_reason().unwrap_or("Error"));
    members.member(2, &i64::from(status.as_u16()));
    members.member(3, message);
    members.member(4, message);
    if let Some(violations) = violations {
        let fields: Vec<Field<'_>> = violations.iter().map(Field).collect();
        members.member(5, &fields);
    }
    members.end();
    answer(status, PROBLEM, body)
}
