//! Names: of shapes, of namespaces, and what a file's `use` statements make of them.

use crate::{
    api::ShapeId,
    diagnostic::Diagnostic,
    smithy::{
        document::{Reference, is_identifier},
        prelude,
    },
    source::Origin,
};

use super::{
    lexer::{Token, TokenKind},
    parser::{Parsed, Parser},
};

/// A shape id as it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShapeName<'text> {
    pub(super) namespace: Option<&'text str>,
    pub(super) name: &'text str,
    /// The member behind `$`, with the byte where the `$` is.
    pub(super) member: Option<(&'text str, usize)>,
    /// All that was written.
    pub(super) written: &'text str,
    /// Where it begins in the file.
    pub(super) start: usize,
}

impl ShapeName<'_> {
    /// Whether it is a name and nothing more.
    pub(super) fn is_bare(&self) -> bool {
        self.namespace.is_none() && self.member.is_none()
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.written.len()
    }
}

impl<'text> Parser<'text, '_> {
    /// A plain name.
    pub(super) fn parse_identifier(&mut self, what: &str) -> Parsed<(&'text str, Token)> {
        let token = self.expect(TokenKind::Identifier, what)?;
        Ok((self.lexeme(token), token))
    }

    /// `com.example`
    pub(super) fn parse_namespace(&mut self) -> Parsed<&'text str> {
        let start = self.token.start;
        let mut end = self.expect(TokenKind::Identifier, "a namespace")?.end;
        while self.at(TokenKind::Dot) {
            self.bump();
            end = self.expect(TokenKind::Identifier, "the next part of the namespace")?.end;
        }
        Ok(self.text.get(start..end).unwrap_or_default())
    }

    /// `Foo`, `com.example#Foo`, `Foo$member` or `com.example#Foo$member`.
    pub(super) fn parse_shape_name(&mut self, what: &str) -> Parsed<ShapeName<'text>> {
        let start = self.token.start;
        let first = self.expect(TokenKind::Identifier, what)?;
        let mut end = first.end;
        let mut name = self.lexeme(first);
        let mut namespace = None;
        while self.at(TokenKind::Dot) {
            self.bump();
            end = self.expect(TokenKind::Identifier, "the next part of the namespace")?.end;
        }
        if end > first.end || self.at(TokenKind::Pound) {
            self.expect(TokenKind::Pound, "`#` and the shape's name after the namespace")?;
            namespace = self.text.get(start..end);
            let token = self.expect(TokenKind::Identifier, "the shape's name")?;
            name = self.lexeme(token);
            end = token.end;
        }
        let mut member = None;
        if self.at(TokenKind::Dollar) {
            let dollar = self.bump();
            let token = self.expect(TokenKind::Identifier, "the member's name")?;
            member = Some((self.lexeme(token), dollar.start));
            end = token.end;
        }
        let written = self.text.get(start..end).unwrap_or_default();
        Ok(ShapeName { namespace, name, member, written, start })
    }

    /// The name of a shape, which may not go on to a member.
    pub(super) fn parse_reference(&mut self, what: &str) -> Parsed<Reference> {
        let name = self.parse_shape_name(what)?;
        if let Some((_, dollar)) = name.member {
            let origin = self.origin_from(dollar, name.end());
            let message =
                format!("expected {what}, found the name of a member, `{}`", name.written);
            self.report(Diagnostic::invalid("member-not-shape", origin, message));
        }
        Ok(self.reference(&name))
    }

    /// What `name` refers to, as far as this file decides it: what it says in full, or what a `use`
    /// brings in.
    pub(super) fn reference(&self, name: &ShapeName<'_>) -> Reference {
        let origin = self.origin_from(name.start, name.end());
        self.refer(name.namespace, name.name, origin)
    }

    fn refer(&self, namespace: Option<&str>, name: &str, origin: Origin) -> Reference {
        if let Some(namespace) = namespace {
            return Reference::Absolute { id: ShapeId::new(namespace, name), origin };
        }
        if let Some((id, _)) = self.imports.get(name) {
            return Reference::Absolute { id: id.clone(), origin };
        }
        if self.namespace.is_empty() {
            // Metadata stands above the namespace: there is only the prelude.
            return Reference::Absolute { id: ShapeId::new(prelude::NAMESPACE, name), origin };
        }
        Reference::Relative { namespace: self.namespace.clone(), name: name.to_owned(), origin }
    }

    /// What a shape id within quotes refers to; reports it if it is none.
    pub(super) fn reference_from_text(&mut self, text: &str, origin: Origin) -> Option<Reference> {
        let (namespace, name) = match text.split_once('#') {
            Some((namespace, name)) => (Some(namespace), name),
            None => (None, text),
        };
        let namespace_is_right = namespace.is_none_or(|it| it.split('.').all(is_identifier));
        // That a member cannot stand there is said once it is known whose.
        if namespace_is_right && name.splitn(2, '$').all(is_identifier) {
            return Some(self.refer(namespace, name, origin));
        }
        let message = format!("expected the id of a shape, found {text:?}");
        self.report(Diagnostic::invalid("invalid-shape-id", origin, message));
        None
    }

    /// A shape of the prelude, as the parser itself refers to it.
    pub(super) fn prelude(name: &str, origin: Origin) -> Reference {
        Reference::Absolute { id: ShapeId::new(prelude::NAMESPACE, name), origin }
    }
}
