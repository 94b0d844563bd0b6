//! The members of an input, wherever in a request they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::request::Head;
use crate::codec::{
    Constraint, Decode, Halt, Member, Problems, Reader, Segment, Strictness, Structure,
    StructureReader, check, check_text,
};
use crate::http::{Location, decode_percent, query_pairs, read_text};
use crate::value::{Blob, ByteStream};

/// Reads the members of an input, wherever in the request they are.
///
/// Members are named by their place in the table of the structure. What violates a constraint is recorded, and gives
/// nothing; reading goes on.
pub struct InputReader<'i, 'r> {
    head: Head<'r>,
    members: StructureReader<'i>,
    stream: &'i mut Option<ByteStream>,
    body: BodyState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BodyState {
    Unopened,
    Open,
    Ended,
}

impl<'i, 'r> InputReader<'i, 'r> {
    pub(super) fn new(
        head: Head<'r>,
        body: &'i mut (dyn Reader + 'i),
        structure: &'static Structure,
        stream: &'i mut Option<ByteStream>,
    ) -> Self {
        let members = StructureReader::unopened(body, structure);
        Self { head, members, stream, body: BodyState::Unopened }
    }

    /// The member at `index`, from label number `position` of the path's pattern.
    ///
    /// # Errors
    /// If its text is malformed.
    pub fn label<T: Decode>(&mut self, index: usize, position: usize) -> Result<Option<T>, Halt> {
        let path = self.head.context.uri().path();
        let label = self.head.labels.get(position).and_then(|label| path.get(label.clone()));
        match label.map(decode_percent) {
            Some(Some(text)) => self.text(index, Location::Label, &[&text]),
            Some(None) => self.refuse(index, "the path is not percent-encoded UTF-8"),
            None => Ok(None),
        }
    }

    /// The member at `index`, from every parameter of that name in the query.
    ///
    /// # Errors
    /// If a text is malformed.
    pub fn query<T: Decode>(&mut self, index: usize, name: &str) -> Result<Option<T>, Halt> {
        let Some(query) = self.head.context.uri().query() else { return Ok(None) };
        let mut texts = Vec::new();
        for pair in query_pairs(query) {
            match pair {
                Some((other, text)) if other == name => texts.push(text),
                Some(_) => {}
                None => return self.refuse(index, UNDECODABLE_QUERY),
            }
        }
        if texts.is_empty() {
            return Ok(None);
        }
        let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
        self.text(index, Location::Query, &texts)
    }

    /// The member at `index`, a map of all parameters in the query.
    ///
    /// # Errors
    /// If a text is malformed.
    pub fn query_params<T: Decode>(
        &mut self,
        index: usize,
    ) -> Result<Option<BTreeMap<String, T>>, Halt> {
        let query = self.head.context.uri().query().unwrap_or_default();
        let mut entries: BTreeMap<String, Vec<Cow<'_, str>>> = BTreeMap::new();
        for pair in query_pairs(query) {
            match pair {
                Some((name, text)) => entries.entry(name.into_owned()).or_default().push(text),
                None => return self.refuse(index, UNDECODABLE_QUERY),
            }
        }
        self.map(index, Location::Query, entries)
    }

    /// The member at `index`, from every header of that name.
    ///
    /// # Errors
    /// If a text is malformed.
    pub fn header<T: Decode>(&mut self, index: usize, name: &str) -> Result<Option<T>, Halt> {
        let values = self.head.context.headers().get_all(name);
        let mut texts = Vec::new();
        for value in values {
            match std::str::from_utf8(value.as_bytes()) {
                Ok(text) => texts.push(text),
                Err(_) => return self.refuse(index, UNDECODABLE_HEADER),
            }
        }
        if texts.is_empty() { Ok(None) } else { self.text(index, Location::Header, &texts) }
    }

    /// The member at `index`, a map of all headers whose names begin with `prefix`, by what follows it.
    ///
    /// # Errors
    /// If a text is malformed.
    pub fn prefix_headers<T: Decode>(
        &mut self,
        index: usize,
        prefix: &str,
    ) -> Result<Option<BTreeMap<String, T>>, Halt> {
        let prefix = prefix.to_ascii_lowercase();
        let mut entries: BTreeMap<String, Vec<Cow<'_, str>>> = BTreeMap::new();
        for (name, value) in self.head.context.headers() {
            let Some(name) = name.as_str().strip_prefix(&prefix) else { continue };
            match std::str::from_utf8(value.as_bytes()) {
                Ok(text) => entries.entry(name.to_owned()).or_default().push(Cow::Borrowed(text)),
                Err(_) => return self.refuse(index, UNDECODABLE_HEADER),
            }
        }
        self.map(index, Location::Header, entries)
    }

    /// The next member in the body, if there is one. An empty body has none.
    ///
    /// # Errors
    /// If the body is malformed.
    #[expect(clippy::should_implement_trait, reason = "it can fail, as an iterator cannot")]
    pub fn next(&mut self) -> Result<Option<usize>, Halt> {
        if self.body == BodyState::Unopened {
            self.body = BodyState::Open;
            if self.members.reader().is_empty() {
                self.body = BodyState::Ended;
            } else {
                self.members.open()?;
            }
        }
        if self.body == BodyState::Ended {
            return Ok(None);
        }
        let member = self.members.next()?;
        if member.is_none() {
            self.body = BodyState::Ended;
            self.members.reader().finish()?;
        }
        Ok(member)
    }

    /// The value of the member that [`next`](Self::next) came to.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self) -> Result<Option<T>, Halt> {
        self.members.value()
    }

    /// Passes over the value of the member that [`next`](Self::next) came to.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn skip(&mut self) -> Result<(), Halt> {
        self.members.skip()
    }

    /// The member at `index`, which is the whole body. Nothing if the body is empty.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn payload<T: Decode>(&mut self, index: usize) -> Result<Option<T>, Halt> {
        self.members.payload(index)
    }

    /// The member at `index`, whose bytes are the body. An empty body is a value only where there must be one.
    ///
    /// # Errors
    /// If the table has no such member.
    pub fn blob_payload(&mut self, index: usize) -> Result<Option<Blob>, Halt> {
        let bytes = self.head.bytes;
        if self.is_absent(index) {
            return Ok(None);
        }
        let value = match self.member(index) {
            Some(member) if member.constrained => {
                check::blob(member, bytes, self.members.reader().problems())
            }
            _ => Ok(()),
        };
        self.members.take(index, value.map(|()| Some(Blob::new(bytes.clone()))))
    }

    /// The member at `index`, whose text is the body. An empty body is a value only where there must be one.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn text_payload<T: Decode>(&mut self, index: usize) -> Result<Option<T>, Halt> {
        if self.is_absent(index) {
            return Ok(None);
        }
        match std::str::from_utf8(self.head.bytes) {
            // A text is a text: nothing of what is special about a query matters to it.
            Ok(text) => self.text(index, Location::Query, &[text]),
            Err(_) => self.refuse(index, "the body is not UTF-8"),
        }
    }

    /// The body, which may still be on its way. Empty if it has been taken before.
    ///
    /// # Errors
    /// None today.
    pub fn stream(&mut self) -> Result<ByteStream, Halt> {
        Ok(self.stream.take().unwrap_or_default())
    }

    /// Ends the input.
    ///
    /// # Errors
    /// If anything in it violates a constraint, or is missing.
    pub fn end(self) -> Result<(), Halt> {
        self.members.end()
    }

    fn member(&self, index: usize) -> Option<&'static Member> {
        self.members.structure().members.get(index)
    }

    fn is_absent(&self, index: usize) -> bool {
        self.head.bytes.is_empty() && self.member(index).is_none_or(|member| !member.required)
    }

    fn text<T: Decode>(
        &mut self,
        index: usize,
        location: Location,
        texts: &[&str],
    ) -> Result<Option<T>, Halt> {
        let Some(member) = self.member(index) else { return Ok(None) };
        let problems = self.members.reader().problems();
        let value = read_text(location, Strictness::Strict, member, texts, problems);
        self.members.take(index, value.map(Some))
    }

    fn map<T: Decode>(
        &mut self,
        index: usize,
        location: Location,
        entries: BTreeMap<String, Vec<Cow<'_, str>>>,
    ) -> Result<Option<BTreeMap<String, T>>, Halt> {
        let Some(member) = self.member(index) else { return Ok(None) };
        if entries.is_empty() && !member.required {
            return Ok(None);
        }
        let value = read_map(member, location, entries, self.members.reader().problems());
        self.members.take(index, value.map(Some))
    }

    #[cold]
    fn refuse<T>(&mut self, index: usize, message: &'static str) -> Result<Option<T>, Halt> {
        let halt = self.members.reader().problems().refuse(message, None);
        self.members.take(index, Err(halt))
    }
}

const UNDECODABLE_QUERY: &str = "the query is not percent-encoded UTF-8";
const UNDECODABLE_HEADER: &str = "the header is not UTF-8";

fn read_map<T: Decode>(
    member: &'static Member,
    location: Location,
    entries: BTreeMap<String, Vec<Cow<'_, str>>>,
    problems: &mut Problems,
) -> Result<BTreeMap<String, T>, Halt> {
    let mut violated = false;
    let count = entries.len() as u64;
    let mut values = BTreeMap::new();
    for (key, texts) in entries {
        if let Some(keys) = member.keys {
            match check_text(keys, &key, problems) {
                Ok(()) => {}
                Err(Halt::Violated) => violated = true,
                Err(Halt::Malformed) => return Err(Halt::Malformed),
            }
        }
        let mark = problems.mark();
        let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
        match read_text(location, Strictness::Strict, member.item(), &texts, problems) {
            Ok(value) => {
                values.insert(key, value);
            }
            Err(halt) => {
                problems.within(mark, halt, &Segment::key(&key, member.keys));
                violated = true;
                if halt == Halt::Malformed {
                    return Err(halt);
                }
            }
        }
    }
    let (min, max) = (member.min_length, member.max_length);
    if min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max) {
        problems.violate(Constraint::Length { min, max, actual: count }, None);
        violated = true;
    }
    if violated { Err(Halt::Violated) } else { Ok(values) }
}
