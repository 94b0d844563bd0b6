//! `aws.protocols#restJson1`.

use http::{HeaderMap, HeaderName, Response, StatusCode, header};

use super::envelope::{Envelope, answer, request_id, set};
use super::{ErrorFacts, Protocol, Rejection};
use crate::codec::json::{JsonReader, JsonWriter};
use crate::codec::{
    BodyReader, BodyWriter, Encode, Member, Strictness, Structure, Violation, Violations, Writer,
};
use crate::http::same_media_type;
use crate::value::TimestampFormat;

/// `aws.protocols#restJson1`: HTTP bindings, JSON bodies, errors named in a header.
#[derive(Clone, Copy, Debug)]
pub struct RestJson1;

const JSON: &str = "application/json";
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

static MESSAGE: Structure = Structure::new("Error", &[Member::new("message")]);
static VALIDATION: Structure =
    Structure::new("ValidationException", &[Member::new("message"), Member::new("fieldList")]);
static FIELD: Structure =
    Structure::new("ValidationExceptionField", &[Member::new("path"), Member::new("message")]);

impl Protocol for RestJson1 {
    fn name(&self) -> &'static str {
        "restJson1"
    }

    fn content_type(&self) -> &'static str {
        JSON
    }

    fn reads(&self, content_type: &str) -> bool {
        same_media_type(content_type, JSON)
    }

    fn timestamps(&self) -> TimestampFormat {
        TimestampFormat::EpochSeconds
    }

    fn reader<'b>(&self, body: &'b [u8], strictness: Strictness) -> BodyReader<'b> {
        BodyReader::Json(JsonReader::new(body, strictness, self.timestamps()))
    }

    fn writer<'b>(&self, out: &'b mut Vec<u8>) -> BodyWriter<'b> {
        BodyWriter::Json(JsonWriter::new(out, self.timestamps()))
    }

    fn error_facts(&self, _status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ErrorFacts {
        let envelope = Envelope::read(body);
        let named = headers.get(ERROR_TYPE).and_then(|value| value.to_str().ok());
        let code = named.or(envelope.kind.as_deref()).or(envelope.code.as_deref());
        ErrorFacts {
            code: code.map(bare_name).filter(|name| !name.is_empty()).map(str::to_owned),
            message: envelope.message,
            request_id: request_id(headers),
        }
    }

    fn name_error(&self, name: &str, headers: &mut HeaderMap) {
        set(headers, ERROR_TYPE, name);
    }

    fn request_id_header(&self) -> HeaderName {
        REQUEST_ID
    }

    fn rejection(&self, rejection: &Rejection) -> Response<Vec<u8>> {
        let mut body = Vec::new();
        let mut writer = self.writer(&mut body);
        let mut members = writer.writer().structure(&MESSAGE);
        members.member(0, rejection.message().as_str());
        members.end();
        let mut response = answer(rejection.status(), JSON, body);
        self.name_error(rejection.code(), response.headers_mut());
        if let Rejection::MethodNotAllowed { allowed } = rejection {
            set(response.headers_mut(), header::ALLOW, &allowed.join(", "));
        }
        response
    }

    fn violations(&self, violations: &Violations) -> Response<Vec<u8>> {
        let mut body = Vec::new();
        let mut writer = self.writer(&mut body);
        let mut members = writer.writer().structure(&VALIDATION);
        members.member(0, violations.message().as_str());
        let fields: Vec<Field<'_>> = violations.iter().map(Field).collect();
        members.member(1, &fields);
        members.end();
        let mut response = answer(StatusCode::BAD_REQUEST, JSON, body);
        self.name_error("ValidationException", response.headers_mut());
        response
    }
}

/// A violation, as a list of them has it.
pub(super) struct Field<'v>(pub(super) &'v Violation);

impl Encode for Field<'_> {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FIELD);
        members.member(0, self.0.path.to_string().as_str());
        members.member(1, self.0.message().as_str());
        members.end();
    }
}

/// `FooError` of `aws.protocoltests.restjson#FooError:http://internal.amazon.com/coral/com.amazon.coral.validate/`.
fn bare_name(name: &str) -> &str {
    let name = name.split(':').next().unwrap_or_default();
    name.rsplit('#').next().unwrap_or_default().trim()
}
