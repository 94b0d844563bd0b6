//! What an operation's output, or its error, is read from.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::FromResponse;
use crate::codec::{
    BodyReader, Decode, Halt, Problems, Segment, Strictness, Structure, StructureReader,
};
use crate::http::{Location, read_text};
use crate::protocol::Protocol;
use crate::value::{Blob, ByteStream};

/// An answer, taken apart member by member.
#[derive(Debug)]
pub struct ResponseReader<'r> {
    status: StatusCode,
    headers: &'r HeaderMap,
    bytes: &'r Bytes,
    body: BodyReader<'r>,
    stream: Option<ByteStream>,
}

impl<'r> ResponseReader<'r> {
    pub(super) fn new(
        protocol: &'static dyn Protocol,
        status: StatusCode,
        headers: &'r HeaderMap,
        bytes: &'r Bytes,
        stream: Option<ByteStream>,
    ) -> Self {
        let body = protocol.reader(bytes, Strictness::Tolerant);
        Self { status, headers, bytes, body, stream }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// A member that travels in a header; `None` if there is no such header.
    ///
    /// # Errors
    ///
    /// If its text is not of the right form.
    pub fn header<T: Decode>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        name: &str,
    ) -> Result<Option<T>, Halt> {
        let mut texts = Vec::new();
        for value in self.headers.get_all(name) {
            match str::from_utf8(value.as_bytes()) {
                Ok(text) => texts.push(text),
                Err(_) => {
                    let message = format!("the header `{name}` is not UTF-8");
                    return Err(self.body.problems().refuse(message, None));
                }
            }
        }
        if texts.is_empty() {
            return Ok(None);
        }
        self.read_text(structure, index, Location::Header, &texts)
    }

    /// The headers whose names begin with `prefix`, by the rest of their names, in lower case.
    ///
    /// # Errors
    ///
    /// Never, for now: what is not UTF-8 is left out.
    pub fn prefix_headers(
        &mut self,
        _structure: &'static Structure,
        _index: usize,
        prefix: &str,
    ) -> Result<Option<BTreeMap<String, String>>, Halt> {
        let prefix = prefix.to_ascii_lowercase();
        let mut found = BTreeMap::new();
        for (name, value) in self.headers {
            if let Some(rest) = name.as_str().strip_prefix(&prefix)
                && let Ok(text) = str::from_utf8(value.as_bytes())
            {
                found.entry(rest.to_owned()).or_insert_with(|| text.to_owned());
            }
        }
        Ok(Some(found))
    }

    /// The members in the body. Without a body there are none.
    ///
    /// # Errors
    ///
    /// If the body is something else.
    pub fn structure(
        &mut self,
        structure: &'static Structure,
    ) -> Result<StructureReader<'_>, Halt> {
        self.body.reader().structure(structure)
    }

    /// The whole body as a value.
    ///
    /// # Errors
    ///
    /// If it is something else.
    pub fn body<T: Decode>(&mut self) -> Result<T, Halt> {
        self.body.decode()
    }

    /// A value with members in headers, status and body.
    ///
    /// # Errors
    ///
    /// If the answer is not what the model says.
    pub fn read<T: FromResponse>(&mut self) -> Result<T, Halt> {
        T::from_response(self)
    }

    /// A member that is the whole body; `None` if there is no body.
    ///
    /// # Errors
    ///
    /// If it is something else.
    pub fn payload<T: Decode>(
        &mut self,
        structure: &'static Structure,
        index: usize,
    ) -> Result<Option<T>, Halt> {
        StructureReader::unopened(self.body.reader(), structure).payload(index)
    }

    /// A member that is the body's bytes; `None` if there is no body.
    ///
    /// # Errors
    ///
    /// Never, for now.
    pub fn blob_payload(
        &mut self,
        _structure: &'static Structure,
        _index: usize,
    ) -> Result<Option<Blob>, Halt> {
        let bytes = Some(self.bytes).filter(|bytes| !bytes.is_empty());
        Ok(bytes.map(|bytes| Blob::new(bytes.clone())))
    }

    /// A member that is the body's text; `None` if there is no body.
    ///
    /// # Errors
    ///
    /// If the body is not UTF-8, or the text is not of the right form.
    pub fn text_payload<T: Decode>(
        &mut self,
        structure: &'static Structure,
        index: usize,
    ) -> Result<Option<T>, Halt> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        match str::from_utf8(self.bytes) {
            // Like a parameter of a query: one text, taken as it is.
            Ok(text) => self.read_text(structure, index, Location::Query, &[text]),
            Err(_) => Err(self.body.problems().refuse("the body is not UTF-8", None)),
        }
    }

    /// The body, as it arrives.
    pub fn stream(&mut self) -> ByteStream {
        self.stream.take().unwrap_or_else(|| ByteStream::new(self.bytes.clone()))
    }

    /// Says that the model does not know the answer's status.
    pub fn unexpected_status(&mut self) -> Halt {
        let message = format!("the model does not know the status {}", self.status.as_u16());
        self.body.problems().refuse(message, None)
    }

    /// What was found wrong.
    pub(super) fn into_problem(self) -> String {
        let mut problems = self.body.into_problems();
        if let Some(malformed) = problems.take_malformed() {
            return malformed.to_string();
        }
        match problems.take_violations().iter().next() {
            Some(violation) => violation.message(),
            None => "a required member is missing".to_owned(),
        }
    }

    fn read_text<T: Decode>(
        &mut self,
        structure: &'static Structure,
        index: usize,
        location: Location,
        texts: &[&str],
    ) -> Result<Option<T>, Halt> {
        let Some(member) = structure.members.get(index) else { return Ok(None) };
        let mut problems = Problems::new();
        match read_text(location, Strictness::Tolerant, member, texts, &mut problems) {
            Ok(value) => Ok(Some(value)),
            Err(halt) => {
                problems.within(0, halt, &Segment::Member { name: member.name, index });
                self.body.problems().append(problems);
                Err(halt)
            }
        }
    }
}

/// Which error an answer says it is.
#[derive(Debug)]
pub struct ErrorCode<'e> {
    pub(super) code: &'e str,
    pub(super) status: StatusCode,
}

impl ErrorCode<'_> {
    /// The error's name; empty if the answer does not say.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code
    }

    /// The answer's status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }
}
