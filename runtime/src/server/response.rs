//! An answer on its way out.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::metadata::{OCTETS, TEXT};
use super::settings::Settings;
use super::{Body, Context, Fault, InternalFailure, OperationMetadata};
use crate::codec::{
    BodyWriter, Encode, Member, Strictness, Structure, StructureWriter, Violations,
};
use crate::http::write_header;
use crate::protocol::{self, Protocol};
use crate::value::{Blob, ByteStream, Document};

/// An output or a modelled error that can be sent. Generated.
pub trait IntoResponse {
    /// Writes its headers and its body.
    fn write(self, response: &mut ResponseWriter<'_>);
}

/// Nothing to say: no headers, no body.
impl IntoResponse for () {
    fn write(self, _: &mut ResponseWriter<'_>) {}
}

/// What an operation can fail with. Generated.
pub trait Failure {
    /// Writes the error, whichever it is.
    fn write(self, response: &mut ResponseWriter<'_>);
}

/// Writes an answer: its status, its headers, its body.
///
/// What cannot be sent makes the answer a 500, and is reported: see
/// [`Service::on_internal_failure`](super::Service::on_internal_failure).
pub struct ResponseWriter<'w> {
    protocol: &'static dyn Protocol,
    status: StatusCode,
    headers: HeaderMap,
    media_type: Option<&'static str>,
    content: Content,
    writer: BodyWriter<'w>,
    failure: Option<String>,
}

enum Content {
    /// Nothing yet.
    None,
    /// In the writer.
    Written,
    Bytes(Bytes, &'static str),
    Streamed(ByteStream),
    /// The protocol's own answer, whatever else was said.
    Whole(http::Response<Vec<u8>>),
}

/// The answer that `write` writes.
pub(crate) fn respond(
    protocol: &'static dyn Protocol,
    settings: &Settings,
    context: &Context,
    write: impl FnOnce(&mut ResponseWriter<'_>),
) -> Result<http::Response<Body>, InternalFailure> {
    let mut buffer = Vec::with_capacity(256);
    let mut response = ResponseWriter {
        protocol,
        status: StatusCode::OK,
        headers: HeaderMap::with_capacity(8),
        media_type: None,
        content: Content::None,
        writer: protocol.writer(&mut buffer),
        failure: None,
    };
    write(&mut response);
    let ResponseWriter { status, headers, media_type, content, mut writer, failure, .. } = response;
    if let Some(failure) = failure.or_else(|| writer.refused()) {
        return Err(InternalFailure::UnusableAnswer(failure));
    }
    let mut answer = http::Response::new(Body::empty());
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    let usual = match content {
        Content::None => None,
        Content::Written => {
            *answer.body_mut() = Body::from(buffer);
            Some(protocol.content_type())
        }
        Content::Bytes(bytes, usual) => {
            *answer.body_mut() = Body::from(bytes);
            Some(usual)
        }
        Content::Streamed(stream) => {
            *answer.body_mut() = Body::from(stream);
            Some(OCTETS)
        }
        Content::Whole(whole) => {
            let (parts, body) = whole.into_parts();
            *answer.status_mut() = parts.status;
            answer.headers_mut().extend(parts.headers);
            *answer.body_mut() = Body::from(body);
            None
        }
    };
    if let Some(usual) = usual
        && !answer.headers().contains_key(CONTENT_TYPE)
    {
        let media_type = HeaderValue::from_static(media_type.unwrap_or(usual));
        answer.headers_mut().insert(CONTENT_TYPE, media_type);
    }
    let name = settings.request_id_header.clone().unwrap_or_else(|| protocol.request_id_header());
    if let Some(id) = context.request_id.to_header() {
        answer.headers_mut().entry(name).or_insert(id);
    }
    Ok(answer)
}

impl<'w> ResponseWriter<'w> {
    /// Sets the status.
    pub fn status(&mut self, status: u16) {
        match StatusCode::from_u16(status) {
            // The connection would wait for the real answer.
            Ok(status) if !status.is_informational() => self.status = status,
            _ => self.fail(format!("{status} is no status for an answer")),
        }
    }

    /// Sets the status to that of a member, if it has one.
    pub fn status_code<S: Copy + Into<Option<i32>>>(&mut self, status: &S) {
        if let Some(status) = (*status).into() {
            match u16::try_from(status) {
                Ok(status) => self.status(status),
                Err(_) => self.fail(format!("{status} is no status for an answer")),
            }
        }
    }

    /// Adds the member at `index` of the table as a header, if it has a value. A list is one header.
    pub fn header<T: Encode>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        name: &str,
        value: &T,
    ) {
        if let Some(member) = structure.members.get(index)
            && let Some(text) = write_header(member, value)
        {
            self.set(name, &text);
        }
    }

    /// Adds each entry of a map as a header whose name begins with `prefix`. Headers that are there already stay.
    pub fn prefix_headers<M: PrefixedHeaders + ?Sized>(&mut self, prefix: &str, entries: &M) {
        entries.each(&mut |name, text| {
            let name = format!("{prefix}{name}");
            let framing = [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING];
            if framing.iter().any(|framing| name.eq_ignore_ascii_case(framing.as_str())) {
                self.fail(format!("the header `{name}` cannot be set"));
            } else if !self.headers.contains_key(&name) {
                self.set(&name, text);
            }
        });
    }

    /// Sets the media type of the payload written next.
    pub fn media_type(&mut self, media_type: &'static str) {
        self.media_type = Some(media_type);
    }

    /// Begins a body of members.
    pub fn structure(&mut self, structure: &'static Structure) -> StructureWriter<'_> {
        self.content = Content::Written;
        self.writer.writer().structure(structure)
    }

    /// The body of a structure that has no members.
    pub fn empty_structure(&mut self) {
        static EMPTY: Structure = Structure::new("Empty", &[]);
        self.structure(&EMPTY).end();
    }

    /// Writes a whole value as the body.
    pub fn body<T: Encode + ?Sized>(&mut self, value: &T) {
        self.content = Content::Written;
        self.writer.encode(value);
    }

    /// Writes a member as the body, as the protocol's codec does it.
    pub fn payload<T: Encode + ?Sized>(&mut self, value: &T) {
        self.body(value);
    }

    /// Sends bytes as the body.
    pub fn blob_payload(&mut self, blob: impl Into<Blob>) {
        self.content = Content::Bytes(blob.into().into_bytes(), OCTETS);
    }

    /// Sends a text as the body.
    pub fn text_payload(&mut self, text: &str) {
        self.content = Content::Bytes(Bytes::copy_from_slice(text.as_bytes()), TEXT);
    }

    /// Sends a stream as the body.
    pub fn stream(&mut self, stream: impl Into<ByteStream>) {
        self.content = Content::Streamed(stream.into());
    }

    /// Writes a modelled error.
    pub fn error(&mut self, code: &str, status: u16, error: impl IntoResponse) {
        self.status(status);
        self.protocol.name_error(code, &mut self.headers);
        error.write(self);
    }

    /// Writes an error that the model does not name.
    pub fn fault(&mut self, fault: Fault) {
        let Fault { status, code, message, retry_after, members } = fault;
        let other = protocol::Rejection::Other { status, code, message };
        let mut whole = self.protocol.rejection(&other);
        if !members.is_empty() {
            match self.with_members(whole.body(), members) {
                Some(body) => *whole.body_mut() = body,
                None => self.fail("the error's members cannot be written".to_owned()),
            }
        }
        if let Some(delay) = retry_after {
            // Rounded up: nobody should come back too early.
            let seconds = delay.as_secs() + u64::from(delay.subsec_nanos() > 0);
            whole.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        self.content = Content::Whole(whole);
    }

    /// Sends what the protocol says in such a case.
    pub(crate) fn rejection(&mut self, rejection: &protocol::Rejection) {
        self.content = Content::Whole(self.protocol.rejection(rejection));
    }

    /// Sends what the protocol says to a request that violates constraints.
    pub(crate) fn violations(&mut self, violations: &Violations) {
        self.content = Content::Whole(self.protocol.violations(violations));
    }

    pub(crate) fn succeed(&mut self, metadata: &'static OperationMetadata) {
        self.status(metadata.status);
        self.media_type = metadata.output_media_type;
    }

    pub(crate) fn set_header(&mut self, name: HeaderName, value: HeaderValue) {
        self.headers.insert(name, value);
    }

    /// An error's body with further members.
    fn with_members(&self, body: &[u8], members: Vec<(String, Document)>) -> Option<Vec<u8>> {
        let read = self.protocol.reader(body, Strictness::Tolerant).decode();
        let Ok(Document::Object(mut object)) = read else { return None };
        object.extend(members);
        let mut out = Vec::with_capacity(body.len() + 64);
        self.protocol.writer(&mut out).encode(&Document::Object(object));
        Some(out)
    }

    fn set(&mut self, name: &str, text: &str) {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(text.as_bytes())) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            // Neither the text nor a name that a handler made up is shown: they may be secret.
            (Ok(name), Err(_)) => self.fail(format!("the header `{name}` cannot have that value")),
            (Err(_), _) => self.fail("a header has a name that is none".to_owned()),
        }
    }

    #[cold]
    fn fail(&mut self, failure: String) {
        self.failure.get_or_insert(failure);
    }
}

/// A map whose entries are headers, or nothing.
pub trait PrefixedHeaders {
    /// Hands over each name, and the text of its value.
    fn each(&self, emit: &mut dyn FnMut(&str, &str));
}

impl<T: Encode> PrefixedHeaders for BTreeMap<String, T> {
    fn each(&self, emit: &mut dyn FnMut(&str, &str)) {
        static VALUE: Member = Member::new("");
        for (name, value) in self {
            if let Some(text) = write_header(&VALUE, value) {
                emit(name, &text);
            }
        }
    }
}

impl<M: PrefixedHeaders> PrefixedHeaders for Option<M> {
    fn each(&self, emit: &mut dyn FnMut(&str, &str)) {
        if let Some(entries) = self {
            entries.each(emit);
        }
    }
}
