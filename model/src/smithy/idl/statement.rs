//! The statements of a file, from `$version` to the last shape.

use crate::{
    api::{ShapeId, Value},
    diagnostic::Diagnostic,
    smithy::document::{Apply, Kind, Metadata, Node, Reference, Trait, Version},
    suggestion,
};

use super::{
    lexer::TokenKind,
    parser::{Parsed, Parser, SyntaxError},
};

/// The code of what a file's version of Smithy does not have.
pub(super) const VERSION: &str = "smithy-version";

impl Parser<'_, '_> {
    /// The whole file.
    pub(super) fn parse_file(&mut self) {
        self.skip_space_and_docs();
        self.parse_each(TokenKind::Dollar, None, Self::parse_control);
        self.parse_each(TokenKind::Identifier, Some("metadata"), Self::parse_metadata);
        if self.at(TokenKind::EndOfFile) {
            return;
        }
        let start = self.token.start;
        if let Err(error) = self.parse_namespace_statement() {
            // Without a namespace, none of what follows means anything.
            self.recover(error, start);
            return;
        }
        self.parse_uses();
        self.skip_space();
        while !self.at(TokenKind::EndOfFile) && !self.gives_up() {
            let start = self.token.start;
            if let Err(error) = self.parse_statement() {
                self.recover(error, start);
            }
        }
    }

    /// Statements for as long as they begin with a token of this kind and this word.
    fn parse_each(
        &mut self,
        kind: TokenKind,
        word: Option<&str>,
        parse: fn(&mut Self) -> Parsed<()>,
    ) {
        while self.at(kind) && word.is_none_or(|word| self.word() == word) && !self.gives_up() {
            let start = self.token.start;
            if let Err(error) = parse(self) {
                self.recover(error, start);
            }
            self.skip_space_and_docs();
        }
    }

    /// `$key: value`
    fn parse_control(&mut self) -> Parsed<()> {
        let dollar = self.bump();
        let token = self.token;
        let key = match token.kind {
            TokenKind::Identifier => self.word().to_owned(),
            TokenKind::String => self.string_value(token)?,
            _ => return Err(self.unexpected("the name of a control statement after `$`")),
        };
        self.bump();
        let stated = self.version_stated;
        if key == "version" {
            // Even if it is not understood, the file was not meant to be 1.0.
            self.version_stated = true;
            if !stated {
                self.document.version = Version::V2;
            }
        }
        self.skip_spaces();
        self.expect(TokenKind::Colon, &format!("`:` after `${key}`"))?;
        self.skip_spaces();
        let value = self.parse_node()?;
        match key.as_str() {
            "version" if stated => {
                let message = "`$version` is stated twice";
                self.report(Diagnostic::invalid(VERSION, value.origin, message));
            }
            "version" => self.set_version(&value),
            "operationInputSuffix" | "operationOutputSuffix" => self.set_suffix(&key, value),
            _ => {
                let origin = self.origin_from(dollar.start, token.end);
                let message = format!("unknown control statement `{key}`");
                self.report_warning(
                    Diagnostic::warning("unknown-control-statement", origin, message)
                        .with_help("Smithy knows `version`, `operationInputSuffix` and `operationOutputSuffix`"),
                );
            }
        }
        self.expect_line_break("the control statement")
    }

    fn set_version(&mut self, value: &Node) {
        let Some(text) = value.value.as_str() else {
            let message = "the value of `$version` must be a string";
            self.report(
                Diagnostic::invalid(VERSION, value.origin.clone(), message)
                    .with_help("write `$version: \"2.0\"`"),
            );
            return;
        };
        self.document.version = match text {
            "1" | "1.0" => Version::V1,
            "2" | "2.0" => Version::V2,
            _ => {
                let origin = self.origin_from(self.token.start, self.token.start);
                self.report(
                    Diagnostic::invalid(
                        VERSION,
                        origin,
                        format!("unsupported Smithy version {text:?}"),
                    )
                    .with_related(value.origin.clone(), "this version")
                    .with_help("Farrier reads 1.0 and 2.0"),
                );
                return;
            }
        };
    }

    fn set_suffix(&mut self, key: &str, value: Node) {
        let Value::String(suffix) = value.value else {
            let message = format!("the value of `${key}` must be a string");
            self.report(Diagnostic::invalid(super::parser::SYNTAX, value.origin, message));
            return;
        };
        if key == "operationInputSuffix" {
            self.input_suffix = suffix;
        } else {
            self.output_suffix = suffix;
        }
    }

    /// `metadata key = value`
    fn parse_metadata(&mut self) -> Parsed<()> {
        self.bump();
        self.expect_spaces("`metadata`")?;
        let token = self.token;
        let key = match token.kind {
            TokenKind::Identifier => self.word().to_owned(),
            TokenKind::String => self.string_value(token)?,
            _ => return Err(self.unexpected("a key after `metadata`")),
        };
        self.bump();
        self.skip_spaces();
        self.expect(TokenKind::Equal, "`=` after the metadata's key")?;
        self.skip_spaces();
        let value = self.parse_node()?;
        self.document.metadata.push(Metadata { key, value, origin: self.origin(token) });
        self.expect_line_break("the metadata")
    }

    /// `namespace com.example`
    fn parse_namespace_statement(&mut self) -> Parsed<()> {
        if !self.at_word("namespace") {
            let mut error = self.unexpected("a `namespace` statement");
            if self.at(TokenKind::Identifier) || self.at(TokenKind::At) {
                let help = "`namespace com.example` stands above `use` statements and shapes";
                error.0.help = Some(help.to_owned());
            }
            return Err(error);
        }
        self.bump();
        self.expect_spaces("`namespace`")?;
        let namespace = self.parse_namespace()?;
        namespace.clone_into(&mut self.namespace);
        self.expect_line_break("the namespace")
    }

    /// The `use` statements. Documentation before the first shape is left for it.
    fn parse_uses(&mut self) {
        loop {
            let start = self.token.start;
            let skipped = self.skip_docs();
            if !self.at_word("use") || self.gives_up() {
                self.rewind(start);
                return;
            }
            if let Some(skipped) = skipped {
                self.report_stray_docs(skipped);
            }
            let start = self.token.start;
            if let Err(error) = self.parse_use() {
                self.recover(error, start);
            }
        }
    }

    /// `use com.example#Shape`
    fn parse_use(&mut self) -> Parsed<()> {
        self.bump();
        self.expect_spaces("`use`")?;
        let start = self.token.start;
        let namespace = self.parse_namespace()?;
        self.expect(TokenKind::Pound, "`#` and the shape's name after the namespace")?;
        let (name, token) = self.parse_identifier("the shape's name")?;
        let origin = self.origin_from(start, token.end);
        if self.at(TokenKind::Dollar) {
            let dollar = self.bump();
            let (_, member) = self.parse_identifier("the member's name")?;
            let place = self.origin_from(dollar.start, member.end);
            let message = "`use` brings in shapes, not members";
            self.report(Diagnostic::invalid("member-not-shape", place, message));
        }
        let id = ShapeId::new(namespace, name);
        match self.imports.get(name) {
            Some((other, first)) => {
                let (other, first) = (other.clone(), first.clone());
                let diagnostic = if other == id {
                    let message = format!("`{id}` is used twice");
                    Diagnostic::warning("duplicate-use", origin.clone(), message)
                } else {
                    let message = format!("`use {id}` conflicts with `use {other}`");
                    Diagnostic::invalid("name-conflict", origin.clone(), message)
                        .with_help("use one of them, and write the other out in full")
                };
                let diagnostic = diagnostic.with_related(first, "first here");
                if other == id { self.report_warning(diagnostic) } else { self.report(diagnostic) }
            }
            None => {
                self.imports.insert(name, (id.clone(), origin.clone()));
            }
        }
        self.document.uses.push(Reference::Absolute { id, origin });
        self.expect_line_break("the `use` statement")
    }

    /// A shape or an `apply`, with its documentation and traits.
    fn parse_statement(&mut self) -> Parsed<()> {
        let annotations = self.parse_annotations()?;
        if self.at(TokenKind::EndOfFile) && annotations.first_written().is_none() {
            self.report_unless_used(&annotations);
            return Ok(());
        }
        if !self.at(TokenKind::Identifier) {
            return Err(self.unexpected("a shape or `apply`"));
        }
        // This statement has begun; an error in it is no reason to read it again.
        self.forget_statement();
        if self.at_word("apply") {
            if let Some(first) = annotations.first_written() {
                let message = "an `apply` statement has no traits of its own";
                let diagnostic = self.error(self.origin(self.token), message);
                let related = (first.origin.clone(), "this trait".to_owned());
                self.report(Diagnostic { related: vec![related], ..*diagnostic.0 });
            }
            self.parse_apply()?;
            return self.expect_line_break("the `apply` statement");
        }
        let Some(kind) = Kind::from_name(self.word()) else {
            return Err(self.unknown_shape_type());
        };
        self.parse_shape(kind, annotations.traits)?;
        self.expect_line_break("the shape")
    }

    fn unknown_shape_type(&self) -> SyntaxError {
        let word = self.word();
        let mut error = self.error(self.origin(self.token), format!("unknown shape type `{word}`"));
        error.0.help = match word {
            "use" => Some("`use` statements stand above the first shape".to_owned()),
            "metadata" => Some("`metadata` stands above `namespace`".to_owned()),
            "namespace" => Some("a file has one namespace".to_owned()),
            "with" | "for" => Some(format!("`{word}` belongs on the line of the shape's name")),
            _ => suggestion::closest(word, Kind::names().chain(["apply"]))
                .map(|name| format!("did you mean `{name}`?")),
        };
        error
    }

    /// `apply Shape @trait` or `apply Shape { @trait … }`
    fn parse_apply(&mut self) -> Parsed<()> {
        self.bump();
        self.expect_spaces("`apply`")?;
        let name = self.parse_shape_name("the name of a shape after `apply`")?;
        let shape = self.reference(&name);
        let member = name.member.map(|(member, _)| member.to_owned());
        if !self.at_space() {
            return Err(self.unexpected("a space after the shape's name"));
        }
        self.skip_space_and_docs();
        let mut traits: Vec<Trait> = Vec::new();
        if self.at(TokenKind::LeftBrace) {
            self.bump();
            self.parse_traits(&mut traits)?;
            self.expect(TokenKind::RightBrace, "a trait or `}`")?;
        } else if self.at(TokenKind::At) {
            traits.push(self.parse_trait()?);
        } else {
            return Err(self.unexpected("a trait or `{`"));
        }
        let applies = traits.into_iter().map(|applied| Apply {
            shape: shape.clone(),
            member: member.clone(),
            applied,
        });
        self.document.applies.extend(applies);
        Ok(())
    }
}
