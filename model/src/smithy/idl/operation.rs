//! The body of an operation, with inputs and outputs that are defined right there.

use crate::{
    api::Value,
    diagnostic::Diagnostic,
    smithy::document::{Kind, Node, Properties, Reference, Trait},
    suggestion,
};

use super::{
    lexer::TokenKind,
    parser::{Parsed, Parser},
};

/// What an operation has.
const PROPERTIES: [&str; 3] = ["input", "output", "errors"];

impl Parser<'_, '_> {
    /// `{ input: Shape, output := { … }, errors: [Shape …] }`
    pub(super) fn parse_operation(&mut self, operation: &str) -> Parsed<Properties> {
        self.skip_space_and_docs();
        self.expect(TokenKind::LeftBrace, "`{` and the operation's properties")?;
        let mut properties = Properties::default();
        let mut seen = Vec::new();
        loop {
            self.skip_space_and_docs();
            if self.at(TokenKind::RightBrace) {
                self.bump();
                return Ok(properties);
            }
            let (name, token) = self.parse_identifier("`input`, `output`, `errors` or `}`")?;
            if seen.contains(&name) {
                let message = format!("the operation has `{name}` twice");
                self.report(Diagnostic::invalid("duplicate-property", self.origin(token), message));
            }
            seen.push(name);
            self.skip_space_and_docs();
            match name {
                "input" => {
                    properties.input = Some(self.parse_input_or_output(operation, name)?);
                }
                "output" => {
                    properties.output = Some(self.parse_input_or_output(operation, name)?);
                }
                "errors" => {
                    self.expect(TokenKind::Colon, "`:` after `errors`")?;
                    self.skip_space_and_docs();
                    properties.errors = self.parse_references()?;
                }
                _ => {
                    let message = format!("unknown property `{name}` of an operation");
                    let mut error = self.error(self.origin(token), message);
                    error.0.code = "unknown-property";
                    error.0.help = Some(match suggestion::closest(name, PROPERTIES) {
                        Some(close) => format!("did you mean `{close}`?"),
                        None => "an operation has `input`, `output` and `errors`".to_owned(),
                    });
                    return Err(error);
                }
            }
            if !self.at_space() && !self.at(TokenKind::RightBrace) {
                return Err(self.unexpected(&format!("a space after the operation's `{name}`")));
            }
        }
    }

    /// `: Shape` or `:= [@trait …] [for Resource] [with [Mixin …]] { members }`
    fn parse_input_or_output(&mut self, operation: &str, property: &str) -> Parsed<Reference> {
        if self.at(TokenKind::Colon) {
            self.bump();
            self.skip_space_and_docs();
            return self.parse_reference(&format!("the {property} of the operation"));
        }
        let what = format!("`:` or `:=` after `{property}`");
        let walrus = self.expect(TokenKind::Walrus, &what)?;
        let origin = self.origin(walrus);
        self.require_v2(&origin, &format!("an {property} can only be defined in place"));
        let mut traits = self.parse_annotations()?.traits;
        traits.push(Trait {
            id: Self::prelude(property, origin.clone()),
            value: Node::new(Value::Object(Default::default()), origin.clone()),
            is_null: false,
            origin: origin.clone(),
        });
        let suffix = if property == "input" { &self.input_suffix } else { &self.output_suffix };
        let name = format!("{operation}{suffix}");
        let mut definition = self.define(&name, Kind::Structure, traits, origin.clone());
        self.parse_members_of(&mut definition)?;
        let id = definition.id.clone();
        self.document.shapes.push(definition);
        Ok(Reference::Absolute { id, origin })
    }

    /// `[Shape …]`
    pub(super) fn parse_references(&mut self) -> Parsed<Vec<Reference>> {
        self.expect(TokenKind::LeftBracket, "`[` and the names of shapes")?;
        let mut references = Vec::new();
        loop {
            self.skip_space_and_docs();
            if self.at(TokenKind::RightBracket) {
                self.bump();
                return Ok(references);
            }
            references.extend(self.parse_reference_value("the name of a shape or `]`")?);
        }
    }

    /// The name of a shape, with or without quotes; `None` if it has been refused.
    pub(super) fn parse_reference_value(&mut self, what: &str) -> Parsed<Option<Reference>> {
        if !self.at(TokenKind::String) {
            return self.parse_reference(what).map(Some);
        }
        let token = self.bump();
        let text = self.string_value(token)?;
        Ok(self.reference_from_text(&text, self.origin(token)))
    }
}
