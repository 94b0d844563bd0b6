//! The bodies of services and resources.

use crate::{
    diagnostic::Diagnostic,
    smithy::document::{Kind, Lifecycle, Properties, Reference, Rename},
    suggestion,
};

use super::{
    lexer::{Token, TokenKind},
    parser::{Parsed, Parser},
};

/// What a service has.
const SERVICE: [&str; 5] = ["version", "operations", "resources", "errors", "rename"];

/// What a resource has.
const RESOURCE: [&str; 11] = [
    "identifiers",
    "properties",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "operations",
    "collectionOperations",
    "resources",
];

impl Parser<'_, '_> {
    /// `{ property: value … }`
    pub(super) fn parse_entity(&mut self, kind: Kind) -> Parsed<Properties> {
        let known: &[&str] = if kind == Kind::Service { &SERVICE } else { &RESOURCE };
        self.skip_space_and_docs();
        let what = format!("`{{` and the {}'s properties", kind.name());
        self.expect(TokenKind::LeftBrace, &what)?;
        let mut properties = Properties::default();
        let mut seen: Vec<&str> = Vec::new();
        while let Some((name, token)) = self.parse_property_name()? {
            let Some(&known_name) = known.iter().find(|known| **known == name) else {
                self.report_unknown_property(kind, &name, token, known);
                self.parse_node()?;
                continue;
            };
            if seen.contains(&known_name) {
                let message = format!("the {} has `{name}` twice", kind.name());
                let origin = self.origin(token);
                self.report(Diagnostic::invalid("duplicate-property", origin, message));
            }
            seen.push(known_name);
            self.parse_property(known_name, token, &mut properties)?;
        }
        Ok(properties)
    }

    /// The key of the next property, up to its value; `None` for the closing brace.
    fn parse_property_name(&mut self) -> Parsed<Option<(String, Token)>> {
        self.skip_space_and_docs();
        let token = self.token;
        let name = match token.kind {
            TokenKind::RightBrace => {
                self.bump();
                return Ok(None);
            }
            TokenKind::Identifier => self.word().to_owned(),
            TokenKind::String => self.string_value(token)?,
            _ => return Err(self.unexpected("a name or `}`")),
        };
        self.bump();
        self.skip_space_and_docs();
        self.expect(TokenKind::Colon, &format!("`:` after {name:?}"))?;
        self.skip_space_and_docs();
        Ok(Some((name, token)))
    }

    fn parse_property(&mut self, name: &str, key: Token, into: &mut Properties) -> Parsed<()> {
        let lifecycle = match name {
            "version" => {
                let token = self.token;
                let (TokenKind::String | TokenKind::TextBlock) = token.kind else {
                    return Err(self.unexpected("the version, a string"));
                };
                into.version = Some(self.string_value(token)?);
                self.bump();
                return Ok(());
            }
            "operations" => return self.parse_references_into(&mut into.operations),
            "collectionOperations" => {
                return self.parse_references_into(&mut into.collection_operations);
            }
            "resources" => return self.parse_references_into(&mut into.resources),
            "errors" => return self.parse_references_into(&mut into.errors),
            "rename" => return self.parse_rename(&mut into.rename),
            "identifiers" => return self.parse_named_references(&mut into.identifiers),
            "properties" => {
                self.require_v2(&self.origin(key), "resources can only have properties");
                return self.parse_named_references(&mut into.properties);
            }
            "create" => Lifecycle::Create,
            "put" => Lifecycle::Put,
            "read" => Lifecycle::Read,
            "update" => Lifecycle::Update,
            "delete" => Lifecycle::Delete,
            _ => Lifecycle::List,
        };
        if let Some(operation) = self.parse_reference_value("the name of an operation")? {
            into.lifecycle.push((lifecycle, operation));
        }
        Ok(())
    }

    fn parse_references_into(&mut self, into: &mut Vec<Reference>) -> Parsed<()> {
        *into = self.parse_references()?;
        Ok(())
    }

    /// `{ name: Shape … }`
    fn parse_named_references(&mut self, into: &mut Vec<(String, Reference)>) -> Parsed<()> {
        self.expect(TokenKind::LeftBrace, "`{` and names with their shapes")?;
        let mut seen = std::collections::HashSet::new();
        while let Some((name, token)) = self.parse_property_name()? {
            let reference = self.parse_reference_value("the name of a shape")?;
            if seen.insert(name.clone()) {
                into.extend(reference.map(|reference| (name, reference)));
            } else {
                self.report_twice(&name, token);
            }
        }
        Ok(())
    }

    /// `{ "com.example#Shape": "NewName" … }`
    fn parse_rename(&mut self, into: &mut Vec<Rename>) -> Parsed<()> {
        self.expect(TokenKind::LeftBrace, "`{` and shapes with their new names")?;
        let mut seen = std::collections::HashSet::new();
        while let Some((name, token)) = self.parse_property_name()? {
            let value = self.token;
            let TokenKind::String = value.kind else {
                return Err(self.unexpected("the shape's new name, a string"));
            };
            let to = self.string_value(value)?;
            self.bump();
            if !seen.insert(name.clone()) {
                self.report_twice(&name, token);
            } else if let Some(from) = self.reference_from_text(&name, self.origin(token)) {
                into.push(Rename { from, to, origin: self.origin(value) });
            }
        }
        Ok(())
    }

    fn report_twice(&mut self, name: &str, token: Token) {
        let message = format!("{name:?} is there twice");
        let origin = self.origin(token);
        self.report(Diagnostic::invalid("duplicate-key", origin, message));
    }

    fn report_unknown_property(&mut self, kind: Kind, name: &str, token: Token, known: &[&str]) {
        let help = match suggestion::closest(name, known.iter().copied()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => {
                let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                format!("a {} has {}", kind.name(), names.join(", "))
            }
        };
        let message = format!("unknown property `{name}` of a {}", kind.name());
        let origin = self.origin(token);
        self.report(Diagnostic::invalid("unknown-property", origin, message).with_help(help));
    }
}
