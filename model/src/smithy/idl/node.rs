//! Values: metadata, trait values, defaults.

use indexmap::{IndexMap, map::Entry};

use crate::{
    api::{Number, Value},
    diagnostic::Diagnostic,
    node::NUMBER_TOO_LARGE,
    smithy::document::{Node, Reference},
    source::Origin,
};

use super::{
    lexer::{Token, TokenKind},
    names::ShapeName,
    parser::{MAX_DEPTH, Parsed, Parser},
    text::{unquote, unquote_text_block},
};

/// The code of an object that has the same member twice.
const DUPLICATE_KEY: &str = "duplicate-key";

/// What is gathered beside the value while a [`Node`] is read.
#[derive(Debug, Default)]
pub(super) struct NodeParts {
    spans: Vec<(u32, u32)>,
    shape_ids: Vec<(usize, Reference, Option<String>)>,
}

impl NodeParts {
    /// A value begins at `start`; gives its place among the parts.
    pub(super) fn open(&mut self, start: usize) -> usize {
        self.spans.push((offset(start), offset(start)));
        self.spans.len() - 1
    }

    /// The value that [`open`](Self::open) gave `place` for ends at `end`.
    pub(super) fn close(&mut self, place: usize, end: usize) {
        if let Some(span) = self.spans.get_mut(place) {
            span.1 = offset(end);
        }
    }

    /// The node, now that all of it has been read.
    pub(super) fn finish(self, value: Value, origin: Origin) -> Node {
        // A value without parts is where the node is.
        let mut parts = if self.spans.len() > 1 { self.spans } else { Vec::new() };
        parts.shrink_to_fit();
        Node::with_parts(value, origin, parts, self.shape_ids)
    }
}

impl Parser<'_, '_> {
    /// A value with its places.
    pub(super) fn parse_node(&mut self) -> Parsed<Node> {
        let start = self.token.start;
        let mut parts = NodeParts::default();
        let (value, end) = self.parse_value(&mut parts)?;
        Ok(parts.finish(value, self.origin_from(start, end)))
    }

    /// A value, and where it ends.
    fn parse_value(&mut self, parts: &mut NodeParts) -> Parsed<(Value, usize)> {
        let place = parts.open(self.token.start);
        let value = match self.token.kind {
            TokenKind::LeftBrace => self.parse_object(parts)?,
            TokenKind::LeftBracket => self.parse_array(parts)?,
            TokenKind::String | TokenKind::TextBlock => {
                let token = self.bump();
                (Value::String(self.string_value(token)?), token.end)
            }
            TokenKind::Number => {
                let token = self.bump();
                (Value::Number(self.number_value(token)), token.end)
            }
            TokenKind::Identifier => {
                let name = self.parse_shape_name("a value")?;
                (self.name_value(&name, place, parts), name.end())
            }
            _ => return Err(self.unexpected("a value")),
        };
        parts.close(place, value.1);
        Ok(value)
    }

    fn parse_array(&mut self, parts: &mut NodeParts) -> Parsed<(Value, usize)> {
        self.enter()?;
        self.bump();
        let mut items = Vec::new();
        loop {
            self.skip_space_and_docs();
            if self.at(TokenKind::RightBracket) {
                break;
            }
            if !self.begins_value() {
                return Err(self.unexpected("a value or `]`"));
            }
            items.push(self.parse_value(parts)?.0);
        }
        self.depth -= 1;
        Ok((Value::Array(items), self.bump().end))
    }

    fn parse_object(&mut self, parts: &mut NodeParts) -> Parsed<(Value, usize)> {
        self.enter()?;
        self.bump();
        let members = self.parse_members(parts, TokenKind::RightBrace, None)?;
        self.depth -= 1;
        Ok((Value::Object(members), self.bump().end))
    }

    /// The members of an object up to `closing`, which is not taken. Of `first`, the key has been
    /// read already.
    pub(super) fn parse_members(
        &mut self,
        parts: &mut NodeParts,
        closing: TokenKind,
        first: Option<(String, Token)>,
    ) -> Parsed<IndexMap<String, Value>> {
        let mut members = IndexMap::new();
        let mut keys: Vec<Token> = Vec::new();
        let mut first = first;
        loop {
            self.skip_space_and_docs();
            let (key, token) = match first.take() {
                Some(key) => key,
                None if self.at(closing) => return Ok(members),
                None => self.parse_key(closing)?,
            };
            self.skip_space_and_docs();
            if !self.at(TokenKind::Colon) {
                return Err(self.unexpected(&format!("`:` after {key:?}")));
            }
            self.bump();
            self.skip_space_and_docs();
            let spans = parts.spans.len();
            let shape_ids = parts.shape_ids.len();
            let (value, _) = self.parse_value(parts)?;
            match members.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert(value);
                    keys.push(token);
                }
                Entry::Occupied(entry) => {
                    let message = format!("{:?} is there twice", entry.key());
                    let mut diagnostic =
                        Diagnostic::invalid(DUPLICATE_KEY, self.origin(token), message);
                    if let Some(&other) = keys.get(entry.index()) {
                        diagnostic = diagnostic.with_related(self.origin(other), "first here");
                    }
                    self.report(diagnostic);
                    parts.spans.truncate(spans);
                    parts.shape_ids.truncate(shape_ids);
                }
            }
        }
    }

    /// The key of an object's member: a name or a string.
    fn parse_key(&mut self, closing: TokenKind) -> Parsed<(String, Token)> {
        match self.token.kind {
            TokenKind::Identifier => {
                let token = self.bump();
                Ok((self.lexeme(token).to_owned(), token))
            }
            TokenKind::String => {
                let token = self.bump();
                Ok((self.string_value(token)?, token))
            }
            _ => Err(self.unexpected(&format!("a key or {}", closing.description()))),
        }
    }

    /// What a name means as the value at `place`: a keyword, or the id of a shape.
    pub(super) fn name_value(
        &self,
        name: &ShapeName<'_>,
        place: usize,
        parts: &mut NodeParts,
    ) -> Value {
        match name.written {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            written => {
                let member = name.member.map(|(member, _)| member.to_owned());
                parts.shape_ids.push((place, self.reference(name), member));
                Value::String(written.to_owned())
            }
        }
    }

    /// What a string or a text block says.
    pub(super) fn string_value(&self, token: Token) -> Parsed<String> {
        let (what, result) = match token.kind {
            TokenKind::TextBlock => ("text block", unquote_text_block(self.lexeme(token))),
            _ => ("string", unquote(self.lexeme(token))),
        };
        result.map_err(|bad| {
            let message = format!("invalid {what}: {}", bad.message);
            let Some(part) = bad.part else { return self.error(self.origin(token), message) };
            let mut error = self.error(self.origin_from(token.start, token.start + 1), message);
            let place = self.origin_from(token.start + part.start, token.start + part.end);
            error.0.related.push((place, "here".to_owned()));
            error
        })
    }

    fn number_value(&mut self, token: Token) -> Number {
        Number::parse(self.lexeme(token)).unwrap_or_else(|| {
            let origin = self.origin(token);
            self.report(Diagnostic::unsupported("number-too-large", origin, NUMBER_TOO_LARGE));
            Number::Integer(0)
        })
    }

    fn begins_value(&self) -> bool {
        matches!(
            self.token.kind,
            TokenKind::LeftBrace
                | TokenKind::LeftBracket
                | TokenKind::String
                | TokenKind::TextBlock
                | TokenKind::Number
                | TokenKind::Identifier
        )
    }

    /// One level deeper into arrays and objects.
    fn enter(&mut self) -> Parsed<()> {
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            return Ok(());
        }
        let mut error = self.error(
            self.origin(self.token),
            format!("arrays and objects nest more than {MAX_DEPTH} deep"),
        );
        error.0.code = "too-deep";
        Err(error)
    }
}

/// Offsets fit, as files of more than `source::MAX_FILE_SIZE` are not read.
fn offset(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
