//! An answer on its way out.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::metadata::{OCTETS, TEXT};
use super::settings::Settings;
use super::{Body, Context, Fault, InternalFailure, OperationMetadata};
use crate::codec::{
    BodyWriter, Encode, Member, Strictness, Structure, StructureWriter, Violations,
};
use crate::http::{Framing, framing_of, write_header};
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
    /// What a member bound to `Content-Length` says.
    length: Option<u64>,
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
        length: None,
        failure: None,
    };
    write(&mut response);
    let ResponseWriter {
        status, headers, media_type, content, length, mut writer, failure, ..
    } = response;
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
            let stream = match (stream.length(), length) {
                (None, Some(length)) => stream.with_length(length),
                _ => stream,
            };
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
    if let Some(length) = length
        && context.method() == Method::HEAD
    {
        // There is no body; what is said is how long that of a GET would be.
        *answer.body_mut() = Body::empty();
        answer.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
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
    ///
    /// `Content-Length` follows from the body; it tells how long a stream is that does not say so itself, and is sent in
    /// answers to HEAD, which have no body.
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
            match framing_of(name) {
                None => self.set(name, &text),
                Some(Framing::Length) => self.length = text.parse().ok(),
                Some(Framing::Connection) => self.fail(belongs_to_connection(name)),
            }
        }
    }

    /// Adds each entry of a map as a header whose name begins with `prefix`. Headers that are there already stay.
    pub fn prefix_headers<M: PrefixedHeaders + ?Sized>(&mut self, prefix: &str, entries: &M) {
        entries.each(&mut |name, text| {
            let name = format!("{prefix}{name}");
            if framing_of(&name).is_some() {
                self.fail(belongs_to_connection(&name));
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

fn belongs_to_connection(name: &str) -> String {
    format!("the header `{name}` belongs to the connection")
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

#[cfg(test)]
mod tests {
    use super::super::context::Identifier;
    use super::super::request_id::RequestId;
    use super::*;

    static OBJECT: Structure = Structure::new("Object", &[Member::new("length"), Member::new("x")]);

    fn answer(
        method: Method,
        write: impl FnOnce(&mut ResponseWriter<'_>),
    ) -> Result<http::Response<Body>, InternalFailure> {
        let (mut parts, ()) = http::Request::new(()).into_parts();
        parts.method = method;
        let request_id = Identifier::Generated(RequestId::generate());
        let context = Context { operation: "Get", request_id, parts, deadline: None };
        respond(&protocol::REST_JSON_1, &Settings::default(), &context, write)
    }

    /// A body of unknown length.
    struct Unknown;

    impl http_body::Body for Unknown {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
            std::task::Poll::Ready(None)
        }
    }

    #[test]
    fn a_length_is_that_of_the_body() {
        let check = |method: Method, stream: ByteStream, header, length| {
            let answer = answer(method, |response| {
                response.header(&OBJECT, 0, "Content-Length", &5_i64);
                response.stream(stream);
            });
            let answer = answer.unwrap();
            assert_eq!(answer.headers().get(CONTENT_LENGTH).map(HeaderValue::as_bytes), header);
            assert_eq!(http_body::Body::size_hint(answer.body()).exact(), length);
        };
        check(Method::GET, ByteStream::new("123"), None, Some(3));
        check(Method::GET, ByteStream::from_body(Unknown), None, Some(5));
        check(Method::HEAD, ByteStream::default(), Some(b"5".as_slice()), Some(0));
    }

    #[test]
    fn what_belongs_to_the_connection_is_not_sent() {
        for name in ["Transfer-Encoding", "connection", "Host", "Upgrade", "Trailer", "TE"] {
            let answer = answer(Method::GET, |response| response.header(&OBJECT, 1, name, &5));
            let failure = answer.unwrap_err().to_string();
            assert!(failure.contains(&format!("`{name}` belongs to the connection")), "{failure}");
        }
    }
}
