//! Reads YAML into [`Node`]s: one document of YAML 1.2's core schema.
//!
//! The parser is the one that positions are looked up with later, so that both agree on what a file
//! says; it bounds nesting before it recurses or queues anything.

#![expect(clippy::result_large_err, reason = "there is one error a file")]

use super::{MAX_DEPTH, Node, place::push_step};
use crate::{
    api::Number,
    diagnostic::Diagnostic,
    source::{Origin, SourceId},
};
use granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, Tag,
};
use indexmap::IndexMap;
use std::{borrow::Cow, collections::HashMap};

/// How much more than the file itself its aliases may repeat, in bytes of text and
/// [`NODE_COST`] a node: this much, or four times the file's own size.
const MIN_ALIAS_BUDGET: usize = 1 << 20;

/// What a node costs of that.
const NODE_COST: usize = 16;

/// Reads one YAML document: `text`, which is all of `source`.
///
/// # Errors
///
/// It is not YAML, holds more than one document, a mapping has a key twice or one that is not a
/// scalar, values are nested more than [`MAX_DEPTH`] deep, or aliases repeat too much.
pub(crate) fn parse_yaml(text: &str, source: SourceId) -> Result<Node, Diagnostic> {
    let mut reader = Reader {
        source,
        end: text.len(),
        stack: Vec::new(),
        anchors: HashMap::new(),
        budget: MIN_ALIAS_BUDGET.max(text.len().saturating_mul(4)),
        root: None,
    };
    let mut documents = 0;
    for event in events(text) {
        let (event, span) = event.map_err(|error| reader.syntax_error(&error))?;
        if matches!(event, Event::DocumentStart(..)) {
            documents += 1;
            if documents > 1 {
                let message = "the file holds more than one YAML document";
                return Err(Diagnostic::invalid("syntax", reader.origin(span), message));
            }
        }
        reader.read(event, span)?;
    }
    Ok(reader.root.unwrap_or(Node::Null))
}

/// The parser that both reads documents and finds places in them.
pub(super) fn events(text: &str) -> Parser<'_, StrInput<'_>> {
    let mut options: Options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    options.set_emit_comments(false);
    Parser::new_from_str_with_options(text, options)
}

struct Reader {
    source: SourceId,
    /// The length of the text.
    end: usize,
    /// The collections that are not complete yet, outermost first.
    stack: Vec<Open>,
    /// By id; only what is complete can be repeated.
    anchors: HashMap<usize, Anchored>,
    /// What aliases may still repeat.
    budget: usize,
    root: Option<Node>,
}

struct Anchored {
    node: Node,
    cost: usize,
    depth: usize,
}

/// A collection that is not complete yet.
struct Open {
    anchor: usize,
    contents: Contents,
}

enum Contents {
    Sequence(Vec<Node>),
    /// The members, and the key whose value comes next.
    Mapping(IndexMap<String, Node>, Option<String>),
}

impl Reader {
    fn read(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostic> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if self.awaits_key() {
                    self.anchor(anchor, &Node::String(text.clone().into_owned()));
                    return self.key(text.into_owned(), span);
                }
                let node = scalar(text, style, tag.as_deref());
                self.anchor(anchor, &node);
                self.value(node);
            }
            Event::SequenceStart(_, anchor, _) => {
                self.open(anchor, Contents::Sequence(Vec::new()), span)?;
            }
            Event::MappingStart(_, anchor, _) => {
                self.open(anchor, Contents::Mapping(IndexMap::new(), None), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(id) => self.alias(id, span)?,
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, anchor: usize, contents: Contents, span: Span) -> Result<(), Diagnostic> {
        if self.awaits_key() {
            let message = "the key of a mapping must be a scalar";
            return Err(Diagnostic::unsupported("yaml-key", self.origin(span), message));
        }
        if self.stack.len() >= MAX_DEPTH {
            return Err(self.too_deep(span));
        }
        self.stack.push(Open { anchor, contents });
        Ok(())
    }

    fn close(&mut self) {
        let Some(open) = self.stack.pop() else { return };
        let node = match open.contents {
            Contents::Sequence(items) => Node::Array(items),
            Contents::Mapping(members, _) => Node::Object(members),
        };
        self.anchor(open.anchor, &node);
        self.value(node);
    }

    /// Puts a complete value where it belongs.
    fn value(&mut self, node: Node) {
        match self.stack.last_mut().map(|open| &mut open.contents) {
            None => self.root = Some(node),
            Some(Contents::Sequence(items)) => items.push(node),
            Some(Contents::Mapping(members, key)) => {
                if let Some(key) = key.take() {
                    members.insert(key, node);
                }
            }
        }
    }

    fn key(&mut self, text: String, span: Span) -> Result<(), Diagnostic> {
        let Some(Contents::Mapping(members, key)) =
            self.stack.last_mut().map(|open| &mut open.contents)
        else {
            return Ok(());
        };
        if !members.contains_key(&text) {
            *key = Some(text);
            return Ok(());
        }
        let message = format!("the key `{text}` occurs twice in one mapping");
        let mut pointer = self.pointer();
        push_step(&mut pointer, &text);
        Err(Diagnostic::invalid("duplicate-key", self.origin(span), message)
            .with_related(Origin::key(self.source, pointer), "first here"))
    }

    /// Whether the next node is a mapping's key.
    fn awaits_key(&self) -> bool {
        matches!(self.stack.last(), Some(Open { contents: Contents::Mapping(_, None), .. }))
    }

    fn anchor(&mut self, id: usize, node: &Node) {
        if id != 0 {
            let (cost, depth) = weigh(node);
            // What costs too much can never be repeated, and need not be kept.
            self.budget = self.budget.saturating_sub(cost);
            if self.budget > 0 {
                self.anchors.insert(id, Anchored { node: node.clone(), cost, depth });
            }
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> Result<(), Diagnostic> {
        let origin = self.origin(span);
        let repeated = || {
            let message = "the file's aliases repeat more than four times its own size";
            Diagnostic::unsupported("yaml-alias", origin.clone(), message)
        };
        let open = self.stack.iter().any(|open| open.anchor == id);
        if open {
            let message = "an alias stands inside of what it stands for";
            return Err(Diagnostic::invalid("yaml-alias", origin, message));
        }
        let Some(anchored) = self.anchors.get(&id) else { return Err(repeated()) };
        if self.stack.len() + anchored.depth > MAX_DEPTH {
            return Err(self.too_deep(span));
        }
        let Some(budget) = self.budget.checked_sub(anchored.cost) else { return Err(repeated()) };
        self.budget = budget;
        let node = anchored.node.clone();
        if !self.awaits_key() {
            self.value(node);
            return Ok(());
        }
        match node {
            Node::String(text) => self.key(text, span),
            other => {
                let message =
                    format!("the key of a mapping must be a string, not {}", other.kind());
                Err(Diagnostic::unsupported("yaml-key", origin, message))
            }
        }
    }

    /// The pointer to the collection that is being read.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        // The innermost collection has not begun its next value yet, all others have.
        for open in self.stack.iter().rev().skip(1).rev() {
            match &open.contents {
                Contents::Sequence(items) => push_step(&mut pointer, &items.len().to_string()),
                Contents::Mapping(_, Some(key)) => push_step(&mut pointer, key),
                Contents::Mapping(_, None) => {}
            }
        }
        pointer
    }

    fn origin(&self, span: Span) -> Origin {
        let range = span.byte_range().unwrap_or(self.end..self.end);
        Origin::span(self.source, range.start, range.end.max(range.start))
    }

    fn too_deep(&self, span: Span) -> Diagnostic {
        let message = format!("values are nested more than {MAX_DEPTH} deep");
        Diagnostic::unsupported("nesting", self.origin(span), message)
    }

    fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let span = Span::empty(*error.marker());
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => self.too_deep(span),
            _ => {
                let message = format!("this is not YAML: {}", error.kind());
                Diagnostic::invalid("syntax", self.origin(span), message)
            }
        }
    }
}

/// What a node costs, and how many collections deep it is.
fn weigh(node: &Node) -> (usize, usize) {
    match node {
        Node::Null | Node::Bool(_) | Node::Number(_) => (NODE_COST, 0),
        Node::String(text) => (NODE_COST + text.len(), 0),
        Node::Array(items) => items.iter().map(weigh).fold((NODE_COST, 1), within),
        Node::Object(members) => members
            .iter()
            .map(|(key, value)| {
                let (cost, depth) = weigh(value);
                (cost + key.len(), depth)
            })
            .fold((NODE_COST, 1), within),
    }
}

fn within(
    (cost, depth): (usize, usize),
    (inner_cost, inner_depth): (usize, usize),
) -> (usize, usize) {
    (cost + inner_cost, depth.max(inner_depth + 1))
}

/// What a scalar says: plain ones by the core schema, quoted and block ones are strings.
fn scalar(text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>) -> Node {
    let plain = match tag {
        None => style == ScalarStyle::Plain,
        // `!` and `!!str` make a string of anything.
        Some(tag) => tag.core_suffix().is_some_and(|suffix| suffix != "str"),
    };
    if plain && let Some(node) = core_schema(&text) {
        return node;
    }
    Node::String(text.into_owned())
}

/// YAML 1.2.2, section 10.3.2; `None` is a string. Not a number, unlike there: digits with leading
/// zeros, for which nobody means a number, what no JSON number can say (`.inf`, `.nan`), and what has more digits
/// than can be kept.
fn core_schema(text: &str) -> Option<Node> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Node::Null),
        "true" | "True" | "TRUE" => return Some(Node::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Node::Bool(false)),
        _ => {}
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return i128::from_str_radix(unsigned(digits)?, 16).ok().map(integer);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return i128::from_str_radix(unsigned(digits)?, 8).ok().map(integer);
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        || !digits.bytes().any(|byte| byte.is_ascii_digit())
        || !digits
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
    {
        return None;
    }
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole && digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    if whole && let Ok(value) = text.parse::<i128>() {
        return Some(integer(value));
    }
    Number::parse(text.strip_prefix('+').unwrap_or(text)).map(Node::Number)
}

fn unsigned(digits: &str) -> Option<&str> {
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(digits)
}

fn integer(value: i128) -> Node {
    Node::Number(Number::Integer(value))
}
