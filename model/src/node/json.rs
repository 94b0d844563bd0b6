//! Reads JSON into [`Node`]s.

#![expect(clippy::result_large_err, reason = "there is one error a file")]

use super::{MAX_DEPTH, NUMBER_TOO_LARGE, Node, large_numbers, place::push_step};
use crate::{
    api::Number,
    diagnostic::Diagnostic,
    source::{Origin, SourceId},
};
use indexmap::{IndexMap, map::Entry};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    fmt,
};

/// Reads one JSON value: `text`, which is all of `source`.
///
/// # Errors
///
/// It is not JSON, an object has a key twice, a number has more digits than can be kept, or values are nested more
/// than [`MAX_DEPTH`] deep.
pub(crate) fn parse_json(text: &str, source: SourceId) -> Result<Node, Diagnostic> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (replaced, numbers) = large_numbers::replace(json);
    let reading = Reading { large_numbers: numbers, ..Reading::default() };
    let result = reading.read(&replaced);
    result.map_err(|error| {
        let offset = text.len() - json.len() + byte_offset(json, error.line(), error.column());
        report(text, source, offset, &error, reading.finding.take())
    })
}

/// What is known beside the values while they are read.
#[derive(Default)]
struct Reading {
    finding: RefCell<Option<Finding>>,
    /// How many numbers have been read.
    numbers: Cell<usize>,
    /// Those that stand for others, counted from zero.
    large_numbers: HashMap<usize, Option<Number>>,
}

impl Reading {
    fn read(&self, json: &str) -> Result<Node, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let root = Path { parent: None, step: Step::Root, depth: 0 };
        let node = Seed { path: root, reading: self }.deserialize(&mut deserializer)?;
        deserializer.end().map(|()| node)
    }

    /// The next number as it was written.
    fn number<E: Error>(&self, number: Number) -> Result<Node, E> {
        let index = self.numbers.get();
        self.numbers.set(index + 1);
        let written = self.large_numbers.get(&index).copied().unwrap_or(Some(number));
        written.map(Node::Number).ok_or_else(|| {
            self.finding.replace(Some(Finding::NumberTooLarge));
            E::custom("number too large")
        })
    }
}

/// What is wrong although it is JSON.
enum Finding {
    TooDeep,
    NumberTooLarge,
    /// The key that occurs twice, and the pointer to it.
    DuplicateKey(String, String),
}

fn report(
    text: &str,
    source: SourceId,
    offset: usize,
    error: &serde_json::Error,
    finding: Option<Finding>,
) -> Diagnostic {
    let before = text.get(..offset).unwrap_or(text);
    let last = before.char_indices().next_back().map_or(0, |(start, _)| start);
    match finding {
        Some(Finding::TooDeep) => {
            let message = format!("values are nested more than {MAX_DEPTH} deep");
            Diagnostic::unsupported("nesting", Origin::span(source, last, offset), message)
        }
        Some(Finding::NumberTooLarge) => {
            let origin = Origin::span(source, last, offset);
            Diagnostic::unsupported("number-too-large", origin, NUMBER_TOO_LARGE)
        }
        Some(Finding::DuplicateKey(key, pointer)) => {
            // Where the key is written without escapes it ends at the offset.
            let written = format!("\"{key}\"");
            let start = if before.ends_with(&written) { offset - written.len() } else { last };
            let message = format!("the key `{key}` occurs twice in one object");
            Diagnostic::invalid("duplicate-key", Origin::span(source, start, offset), message)
                .with_related(Origin::key(source, pointer), "first here")
        }
        None => {
            let message = error.to_string();
            let position = format!(" at line {} column {}", error.line(), error.column());
            let message = message.strip_suffix(&position).unwrap_or(&message);
            let message = format!("this is not JSON: {message}");
            Diagnostic::invalid("syntax", Origin::span(source, last, offset), message)
        }
    }
}

/// The byte offset of a line and a column in bytes, both counted from 1.
fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        let rest = text.get(start..).unwrap_or("");
        start += rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    }
    let mut offset = (start + column).min(text.len());
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}

/// Where a value is, as a list that lives on the stack.
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
    depth: usize,
}

enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    fn write(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(pointer);
        }
        match self.step {
            Step::Root => {}
            Step::Key(key) => push_step(pointer, key),
            Step::Index(index) => push_step(pointer, &index.to_string()),
        }
    }
}

struct Seed<'p> {
    path: Path<'p>,
    reading: &'p Reading,
}

impl Seed<'_> {
    /// Refuses what is nested too deep.
    fn check_depth<E: Error>(&self) -> Result<(), E> {
        if self.path.depth < MAX_DEPTH {
            return Ok(());
        }
        self.reading.finding.replace(Some(Finding::TooDeep));
        Err(E::custom("nested too deep"))
    }

    fn child<'c>(&'c self, step: Step<'c>) -> Seed<'c> {
        let path = Path { parent: Some(&self.path), step, depth: self.path.depth + 1 };
        Seed { path, reading: self.reading }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.reading.number(Number::Integer(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.reading.number(Number::Integer(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.reading.number(Number::Integer(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.reading.number(Number::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        Ok(Node::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.check_depth()?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.child(Step::Index(items.len())))? {
            items.push(item);
        }
        Ok(Node::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.check_depth()?;
        let mut members = IndexMap::new();
        while let Some(Key(key)) = access.next_key()? {
            match members.entry(key) {
                Entry::Vacant(entry) => {
                    let seed = self.child(Step::Key(entry.key()));
                    let value = access.next_value_seed(seed)?;
                    entry.insert(value);
                }
                Entry::Occupied(entry) => {
                    let mut pointer = String::new();
                    self.child(Step::Key(entry.key())).path.write(&mut pointer);
                    let finding = Finding::DuplicateKey(entry.key().clone(), pointer);
                    self.reading.finding.replace(Some(finding));
                    return Err(A::Error::custom("duplicate key"));
                }
            }
        }
        Ok(Node::Object(members))
    }
}

struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}
