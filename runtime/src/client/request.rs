//! Where an operation's input is written to.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::Refused;
use super::random::uuid;
use crate::codec::{BodyWriter, Encode, MapKey, Member, Structure, StructureWriter};
use crate::http::{
    Framing, encode_percent, framing_of, query_pairs, write_header, write_label, write_query,
};
use crate::protocol::Protocol;
use crate::value::{Blob, ByteStream};

/// Takes an operation's input apart into path, query, headers and body.
#[derive(Debug)]
pub struct RequestWriter<'w> {
    protocol: &'static dyn Protocol,
    pub(super) host_prefix: String,
    pub(super) path: String,
    query: String,
    params: Vec<(String, String)>,
    pub(super) headers: HeaderMap,
    writer: BodyWriter<'w>,
    body: WrittenBody,
    /// What a member bound to `Content-Length` says.
    length: Option<u64>,
}

/// What became of the body.
#[derive(Debug)]
pub(super) enum WrittenBody {
    None,
    /// In the buffer that the codec writes to.
    Buffered,
    Bytes(Bytes),
    Stream(ByteStream),
}

impl<'w> RequestWriter<'w> {
    /// Writes a path that begins with `base`, and bodies to `buffer`.
    pub(super) fn new(
        protocol: &'static dyn Protocol,
        base: &str,
        buffer: &'w mut Vec<u8>,
    ) -> Self {
        let mut path = String::with_capacity(base.len() + 96);
        path.push_str(base);
        Self {
            protocol,
            host_prefix: String::new(),
            path,
            query: String::new(),
            params: Vec::new(),
            headers: HeaderMap::new(),
            writer: protocol.writer(buffer),
            body: WrittenBody::None,
            length: None,
        }
    }

    /// Part of the path, as it is.
    pub fn literal(&mut self, text: &str) {
        self.path.push_str(text);
    }

    /// A segment of the path.
    ///
    /// # Errors
    ///
    /// If it is empty, `.` or `..`: the path would lead elsewhere.
    pub fn label<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        value: &T,
    ) -> Result<(), Refused> {
        self.write_label(structure, index, value, false)
    }

    /// Any number of segments of the path.
    ///
    /// # Errors
    ///
    /// If it is empty: the path would lead elsewhere.
    pub fn greedy_label<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        value: &T,
    ) -> Result<(), Refused> {
        self.write_label(structure, index, value, true)
    }

    /// Part of the host's name before the endpoint's, as it is.
    pub fn host_literal(&mut self, text: &str) {
        self.host_prefix.push_str(text);
    }

    /// Part of the host's name before the endpoint's.
    ///
    /// # Errors
    ///
    /// If it is not one to 63 letters, digits and hyphens.
    pub fn host_label<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        value: &T,
    ) -> Result<(), Refused> {
        let member = member(structure, index)?;
        let mut label = String::new();
        write_label(member, value, false, &mut label);
        let letters = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if label.is_empty() || label.len() > 63 || !letters {
            let name = member.name;
            return Err(Refused::new(format!("`{name}` cannot be part of a host's name")));
        }
        self.host_prefix.push_str(&label);
        Ok(())
    }

    /// A parameter of the query that is always the same.
    pub fn query_literal(&mut self, name: &str, value: Option<&str>) {
        self.query.push(if self.query.is_empty() { '?' } else { '&' });
        encode_percent(name, false, &mut self.query);
        if let Some(value) = value {
            self.query.push('=');
            encode_percent(value, false, &mut self.query);
        }
    }

    /// A parameter of the query; a list gives one for each item.
    pub fn query<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        name: &str,
        value: &T,
    ) {
        if let Some(member) = structure.members.get(index) {
            write_query(member, name, value, &mut self.query);
        }
    }

    /// Parameters of the query by name. Those that a member of their own gives are left out.
    pub fn query_params<K: MapKey, V: ParameterValue>(&mut self, params: &BTreeMap<K, V>) {
        for (name, value) in params {
            value.each(&mut |text| {
                self.params.push((name.as_key().to_owned(), text.to_owned()));
            });
        }
    }

    /// A header. `Content-Length` follows from the body; it tells how long a stream is that does not say so itself.
    ///
    /// # Errors
    ///
    /// If the header belongs to the connection, or the value holds a line break or another control character.
    pub fn header<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        name: &str,
        value: &T,
    ) -> Result<(), Refused> {
        let Some(text) = write_header(member(structure, index)?, value) else { return Ok(()) };
        if framing_of(name) == Some(Framing::Length) {
            self.length = text.parse().ok();
            return Ok(());
        }
        refuse_framing(name)?;
        insert_header(&mut self.headers, name, text)
    }

    /// Headers by the rest of their names, which all begin with `prefix`. Headers already set stay.
    ///
    /// # Errors
    ///
    /// If a name is not one of a header or belongs to the connection, or a value holds a line break
    /// or another control character.
    pub fn prefix_headers<K: MapKey, V: ParameterValue>(
        &mut self,
        prefix: &str,
        headers: &BTreeMap<K, V>,
    ) -> Result<(), Refused> {
        for (rest, value) in headers {
            let name = format!("{prefix}{}", rest.as_key());
            refuse_framing(&name)?;
            if self.headers.contains_key(&name) {
                continue;
            }
            let mut texts = Vec::new();
            value.each(&mut |text| texts.push(text.to_owned()));
            insert_header(&mut self.headers, &name, texts.join(", "))?;
        }
        Ok(())
    }

    /// A body of members.
    pub fn structure(&mut self, structure: &'static Structure) -> StructureWriter<'_> {
        self.buffered();
        self.writer.writer().structure(structure)
    }

    /// A value as the whole body.
    pub fn payload<T: Encode + ?Sized>(&mut self, value: &T) {
        self.buffered();
        self.writer.encode(value);
    }

    /// A structure as the whole body; one without members where there is none.
    pub fn optional_payload<T: Encode>(&mut self, value: &Option<T>) {
        static EMPTY: Structure = Structure::new("", &[]);
        match value {
            Some(value) => self.payload(value),
            None => self.structure(&EMPTY).end(),
        }
    }

    /// Bytes as the whole body.
    pub fn blob_payload(&mut self, media_type: Option<&'static str>, blob: &Blob) {
        self.content_type(media_type.unwrap_or("application/octet-stream"));
        self.body = WrittenBody::Bytes(blob.clone().into_bytes());
    }

    /// A text as the whole body.
    pub fn text_payload(&mut self, media_type: Option<&'static str>, text: &str) {
        self.content_type(media_type.unwrap_or("text/plain"));
        self.body = WrittenBody::Bytes(Bytes::copy_from_slice(text.as_bytes()));
    }

    /// A stream as the whole body. If its bytes are all in memory, the request can be repeated.
    pub fn stream_payload(&mut self, media_type: Option<&'static str>, stream: ByteStream) {
        self.content_type(media_type.unwrap_or("application/octet-stream"));
        self.body = match stream.in_memory() {
            Some(bytes) => WrittenBody::Bytes(bytes.clone()),
            None => WrittenBody::Stream(stream),
        };
    }

    /// Path with query, host prefix, headers, body.
    pub(super) fn finish(mut self) -> Result<(String, String, HeaderMap, WrittenBody), Refused> {
        if let Some(reason) = self.writer.refused() {
            return Err(Refused::new(reason));
        }
        if !self.params.is_empty() {
            let query = self.query.get(1..).unwrap_or_default().to_owned();
            for (name, value) in std::mem::take(&mut self.params) {
                if !query_pairs(&query).flatten().any(|(known, _)| known == name) {
                    self.query_literal(&name, Some(&value));
                }
            }
        }
        self.path.push_str(&self.query);
        if let (WrittenBody::Stream(stream), Some(length)) = (&mut self.body, self.length)
            && stream.length().is_none()
        {
            *stream = std::mem::take(stream).with_length(length);
        }
        Ok((self.path, self.host_prefix, self.headers, self.body))
    }

    fn write_label<T: Encode + ?Sized>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        value: &T,
        greedy: bool,
    ) -> Result<(), Refused> {
        let member = member(structure, index)?;
        let before = self.path.len();
        if !write_label(member, value, greedy, &mut self.path) {
            return Err(Refused::new(format!("`{}` is part of the path and empty", member.name)));
        }
        let written = self.path.get(before..).unwrap_or_default();
        if !greedy && matches!(written, "." | "..") {
            let message = format!("`{}` is part of the path and `{written}`", member.name);
            return Err(Refused::new(message));
        }
        Ok(())
    }

    fn buffered(&mut self) {
        self.content_type(self.protocol.content_type());
        self.body = WrittenBody::Buffered;
    }

    /// A member may have set it already.
    fn content_type(&mut self, media_type: &'static str) {
        if !self.headers.contains_key(CONTENT_TYPE)
            && let Ok(value) = HeaderValue::from_str(media_type)
        {
            self.headers.insert(CONTENT_TYPE, value);
        }
    }
}

fn member(structure: &'static Structure, index: usize) -> Result<&'static Member, Refused> {
    let member = structure.members.get(index);
    member.ok_or_else(|| Refused::new(format!("`{}` has no member {index}", structure.name)))
}

/// Sets a header, unless that would break the request apart, or the value would arrive as another.
pub(super) fn insert_header(
    headers: &mut HeaderMap,
    name: &str,
    value: String,
) -> Result<(), Refused> {
    let parsed = HeaderName::from_bytes(name.as_bytes());
    let parsed =
        parsed.map_err(|_| Refused::new(format!("`{}` is no header name", name.escape_debug())))?;
    let blank = [' ', '\t'];
    if value.starts_with(blank) || value.ends_with(blank) {
        return Err(Refused::new(format!(
            "the value of the header `{parsed}` begins or ends with a blank, which HTTP strips"
        )));
    }
    let value = HeaderValue::try_from(value);
    let value = value.map_err(|_| {
        Refused::new(format!("the value of the header `{parsed}` holds a control character"))
    })?;
    headers.insert(parsed, value);
    Ok(())
}

/// Refuses headers that say where a message ends and whom it goes to.
pub(super) fn refuse_framing(name: &str) -> Result<(), Refused> {
    if framing_of(name).is_some() {
        return Err(Refused::new(format!("the header `{name}` belongs to the connection")));
    }
    Ok(())
}

/// A value of a map of query parameters or headers.
pub trait ParameterValue {
    /// Hands over each of its texts.
    fn each(&self, text: &mut dyn FnMut(&str));
}

impl ParameterValue for String {
    fn each(&self, text: &mut dyn FnMut(&str)) {
        text(self);
    }
}

impl<T: ParameterValue> ParameterValue for Vec<T> {
    fn each(&self, text: &mut dyn FnMut(&str)) {
        for value in self {
            value.each(text);
        }
    }
}

impl<T: ParameterValue> ParameterValue for Option<T> {
    fn each(&self, text: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.each(text);
        }
    }
}

thread_local! {
    static FIXED_TOKEN: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
}

/// The caller's own token, or one that is made for this request: a random UUID. It makes the request recognisable when it
/// arrives twice.
#[must_use]
pub fn idempotency_token_unless_given(given: &Option<String>) -> Cow<'_, str> {
    match given {
        Some(given) => Cow::Borrowed(given),
        None => Cow::Owned(idempotency_token()),
    }
}

fn idempotency_token() -> String {
    let fixed = FIXED_TOKEN.with(|token| token.borrow().clone());
    fixed.unwrap_or_else(uuid)
}

/// Calls `make`, with every [token](idempotency_token_unless_given) made on this thread being `token`: for tests that
/// compare requests. A call takes its token when it becomes a future:
/// `with_idempotency_token("…", || client.create(input).into_future()).await`.
pub fn with_idempotency_token<R>(token: &str, make: impl FnOnce() -> R) -> R {
    struct Restore(Option<String>);
    impl Drop for Restore {
        fn drop(&mut self) {
            FIXED_TOKEN.with(|token| *token.borrow_mut() = self.0.take());
        }
    }
    let before = FIXED_TOKEN.with(|fixed| fixed.borrow_mut().replace(token.to_owned()));
    let _restore = Restore(before);
    make()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::REST_JSON_1;

    static CHOICE: Structure = Structure::new("Choice", &[]);

    struct Unknown;

    impl Encode for Unknown {
        fn encode(&self, writer: &mut dyn crate::codec::Writer) {
            let mut members = writer.structure(&CHOICE);
            members.unknown("later");
            members.end();
        }
    }

    #[test]
    fn a_member_of_a_union_that_is_unknown_is_not_sent() {
        static INPUT: Structure = Structure::new("Input", &[Member::new("choice")]);
        let check = |write: &dyn Fn(&mut RequestWriter<'_>)| {
            let mut buffer = Vec::new();
            let mut request = RequestWriter::new(&REST_JSON_1, "/", &mut buffer);
            write(&mut request);
            let expected = "`Choice::Unknown(\"later\")` is a member that this crate does not know";
            assert_eq!(request.finish().map(|_| ()).unwrap_err().message(), expected);
        };
        check(&|request| request.payload(&Unknown));
        check(&|request| {
            let mut members = request.structure(&INPUT);
            members.member(0, &vec![Unknown]);
            members.end();
        });
    }
}
