//! Traits, and the comments that document what follows.

use crate::{
    api::Value,
    diagnostic::Diagnostic,
    smithy::document::{Node, Trait},
};

use super::{
    lexer::{Token, TokenKind},
    node::NodeParts,
    parser::{Parsed, Parser},
};

/// What stands before a shape or member.
#[derive(Debug)]
pub(super) struct Annotations {
    /// The traits; a documentation comment is the first of them.
    pub(super) traits: Vec<Trait>,
    documented: bool,
}

impl Annotations {
    /// The first trait that is not a documentation comment: something has to follow it.
    pub(super) fn first_written(&self) -> Option<&Trait> {
        self.traits.get(usize::from(self.documented))
    }
}

impl Parser<'_, '_> {
    /// The documentation and the traits before a shape or member, up to its first token.
    pub(super) fn parse_annotations(&mut self) -> Parsed<Annotations> {
        self.skip_space();
        let mut traits: Vec<Trait> = self.parse_documentation().into_iter().collect();
        let documented = !traits.is_empty();
        self.parse_traits(&mut traits)?;
        Ok(Annotations { traits, documented })
    }

    /// Traits, with the white space between and behind them. Documentation comments in between
    /// document nothing.
    pub(super) fn parse_traits(&mut self, traits: &mut Vec<Trait>) -> Parsed<()> {
        self.skip_space_and_docs();
        while self.at(TokenKind::At) {
            traits.push(self.parse_trait()?);
            self.skip_space_and_docs();
        }
        Ok(())
    }

    /// Reports documentation that neither a shape nor a member follows.
    pub(super) fn report_unless_used(&mut self, annotations: &Annotations) {
        if let Some(documentation) = annotations.traits.first() {
            self.report_stray_docs(documentation.origin.clone());
        }
    }

    /// `@name`, `@name()`, `@name(value)` or `@name(key: value, …)`.
    pub(super) fn parse_trait(&mut self) -> Parsed<Trait> {
        let at = self.expect(TokenKind::At, "a trait")?;
        let name = self.parse_shape_name("the trait's name after `@`")?;
        let origin = self.origin_from(at.start, name.end());
        if let Some((_, dollar)) = name.member {
            let place = self.origin_from(dollar, name.end());
            let message = format!("`{}` is a member; a trait is a shape", name.written);
            self.report(Diagnostic::invalid("member-not-shape", place, message));
        }
        let id = self.reference(&name);
        if !self.at(TokenKind::LeftParenthesis) {
            let value = Node::new(Value::Null, origin.clone());
            return Ok(Trait { id, value, is_null: false, origin });
        }
        let value = self.parse_trait_body()?;
        let is_null = value.value == Value::Null;
        Ok(Trait { id, value, is_null, origin })
    }

    fn parse_trait_body(&mut self) -> Parsed<Node> {
        let opening = self.bump();
        self.skip_space_and_docs();
        let start = self.token.start;
        let node = match self.token.kind {
            TokenKind::RightParenthesis => {
                let closing = self.bump();
                let origin = self.origin_from(opening.start, closing.end);
                return Ok(Node::new(Value::Object(Default::default()), origin));
            }
            TokenKind::String => {
                let token = self.bump();
                let text = self.string_value(token)?;
                self.skip_space_and_docs();
                if self.at(TokenKind::Colon) {
                    return self.parse_trait_members(opening, (text, token));
                }
                Node::new(Value::String(text), self.origin(token))
            }
            TokenKind::Identifier => {
                let name = self.parse_shape_name("a value")?;
                self.skip_space_and_docs();
                if name.is_bare() && !self.at(TokenKind::RightParenthesis) {
                    let token = Token { kind: TokenKind::Identifier, start, end: name.end() };
                    return self.parse_trait_members(opening, (name.name.to_owned(), token));
                }
                let mut parts = NodeParts::default();
                let value = self.name_value(&name, 0, &mut parts);
                parts.finish(value, self.origin_from(start, name.end()))
            }
            _ => self.parse_node()?,
        };
        self.skip_space_and_docs();
        self.expect(TokenKind::RightParenthesis, "`)` after the trait's value")?;
        Ok(node)
    }

    /// The members of a trait value that has no braces of its own.
    fn parse_trait_members(&mut self, opening: Token, first: (String, Token)) -> Parsed<Node> {
        let mut parts = NodeParts::default();
        let place = parts.open(opening.start);
        let members = self.parse_members(&mut parts, TokenKind::RightParenthesis, Some(first))?;
        let closing = self.bump();
        parts.close(place, closing.end);
        let origin = self.origin_from(opening.start, closing.end);
        Ok(parts.finish(Value::Object(members), origin))
    }

    /// The documentation comments from here on, as the trait that they stand for.
    fn parse_documentation(&mut self) -> Option<Trait> {
        if !self.at(TokenKind::DocComment) {
            return None;
        }
        let (start, mut end) = (self.token.start, self.token.end);
        let mut text = String::new();
        while self.at(TokenKind::DocComment) {
            if self.token.start > start {
                text.push('\n');
            }
            let token = self.bump();
            let line = self.lexeme(token);
            let line = line.strip_prefix("///").unwrap_or(line);
            text.push_str(line.strip_prefix(' ').unwrap_or(line));
            end = token.end;
            self.skip_space();
        }
        let origin = self.origin_from(start, end);
        let value = Node::new(Value::String(text), origin.clone());
        let id = Self::prelude("documentation", origin.clone());
        Some(Trait { id, value, is_null: false, origin })
    }
}
