//! Shapes: their heads (name, `for`, `with`) and the members of those that have some.

use std::collections::HashMap;

use crate::{
    api::ShapeId,
    diagnostic::Diagnostic,
    smithy::document::{Definition, Kind, MemberDefinition, Properties, Reference, Trait, Version},
    source::Origin,
};

use super::{
    lexer::{Token, TokenKind},
    parser::{Parsed, Parser},
    statement::VERSION,
};

impl<'text> Parser<'text, '_> {
    /// `kind Name …`, up to its last token.
    pub(super) fn parse_shape(&mut self, kind: Kind, traits: Vec<Trait>) -> Parsed<()> {
        let keyword = self.bump();
        self.check_kind(kind, keyword);
        self.expect_spaces(&format!("`{}`", kind.name()))?;
        let what = format!("the name of the {}", kind.name());
        let (name, token) = self.parse_identifier(&what)?;
        let mut definition = self.define(name, kind, traits, self.origin(token));
        match kind {
            Kind::Service | Kind::Resource => {
                definition.mixins = self.parse_mixins()?;
                definition.properties = self.parse_entity(kind)?;
            }
            Kind::Operation => {
                definition.mixins = self.parse_mixins()?;
                definition.properties = self.parse_operation(name)?;
            }
            Kind::Enum | Kind::IntEnum => {
                definition.mixins = self.parse_mixins()?;
                definition.members = self.parse_enum_members()?;
            }
            Kind::List | Kind::Set | Kind::Map | Kind::Structure | Kind::Union => {
                self.parse_members_of(&mut definition)?;
            }
            _ => definition.mixins = self.parse_mixins()?,
        }
        self.document.shapes.push(definition);
        Ok(())
    }

    /// A shape of this file with nothing in it yet.
    pub(super) fn define(
        &mut self,
        name: &str,
        kind: Kind,
        traits: Vec<Trait>,
        origin: Origin,
    ) -> Definition {
        if let Some((id, place)) = self.imports.get(name)
            && id.namespace != self.namespace
        {
            let message = format!("the name `{name}` conflicts with `use {id}`");
            let diagnostic = Diagnostic::invalid("name-conflict", origin.clone(), message)
                .with_related(place.clone(), "used here")
                .with_help("rename the shape, or write the other one out in full");
            self.report(diagnostic);
        }
        Definition {
            id: ShapeId::new(self.namespace.clone(), name),
            kind,
            members: Vec::new(),
            mixins: Vec::new(),
            for_resource: None,
            traits,
            properties: Properties::default(),
            origin,
        }
    }

    /// `[for Resource] [with [Mixin …]] { members }`
    pub(super) fn parse_members_of(&mut self, definition: &mut Definition) -> Parsed<()> {
        definition.for_resource = self.parse_for_resource()?;
        definition.mixins = self.parse_mixins()?;
        self.skip_space_and_docs();
        self.expect(TokenKind::LeftBrace, "`{` and the members of the shape")?;
        let allowed: &[&str] = match definition.kind {
            Kind::List | Kind::Set => &["member"],
            Kind::Map => &["key", "value"],
            _ => &[],
        };
        let mut names = HashMap::new();
        let mut complete = allowed.is_empty() || !definition.mixins.is_empty();
        loop {
            let annotations = self.parse_annotations()?;
            let may_end = annotations.first_written().is_none();
            if may_end && self.at(TokenKind::RightBrace) {
                self.report_unless_used(&annotations);
                break;
            }
            let what = if may_end { "a member or `}`" } else { "a member" };
            let member = self.parse_member(annotations.traits, what)?;
            if !allowed.is_empty() && !allowed.contains(&member.name.as_str()) {
                // What is missing is probably there under the wrong name.
                complete = true;
                let message =
                    format!("a {} has no member `{}`", definition.kind.name(), member.name);
                let known: Vec<String> = allowed.iter().map(|name| format!("`{name}`")).collect();
                self.report(
                    Diagnostic::invalid("unknown-member", member.origin, message)
                        .with_help(format!("only {}", known.join(" and "))),
                );
            } else if self.is_new(&mut names, &member) {
                definition.members.push(member);
            }
        }
        self.bump();
        let is_missing = |name: &&&str| !complete && !names.contains_key(**name);
        let missing: Vec<&&str> = allowed.iter().filter(is_missing).collect();
        let what = match missing.as_slice() {
            [] => return Ok(()),
            [name] => format!("no `{name}`"),
            [one, other, ..] => format!("neither `{one}` nor `{other}`"),
        };
        let message = format!("the {} has {what}", definition.kind.name());
        let origin = definition.origin.clone();
        self.report(Diagnostic::invalid("missing-member", origin, message));
        Ok(())
    }

    /// `name: Target [= value]` or `$name [= value]`
    fn parse_member(&mut self, traits: Vec<Trait>, what: &str) -> Parsed<MemberDefinition> {
        if self.at(TokenKind::Dollar) {
            let dollar = self.bump();
            let (name, token) = self.parse_identifier("the member's name after `$`")?;
            let origin = self.origin_from(dollar.start, token.end);
            self.require_v2(&origin, "members can only leave out their targets");
            let name = name.to_owned();
            let mut member = MemberDefinition { name, target: None, traits, origin };
            self.parse_assignment("default", &mut member.traits)?;
            return Ok(member);
        }
        let (name, token) = self.parse_identifier(what)?;
        self.skip_spaces();
        self.expect(
            TokenKind::Colon,
            &format!("`:` and the target after the member's name `{name}`"),
        )?;
        self.skip_spaces();
        let target = self.parse_reference("the shape that the member targets")?;
        let origin = self.origin(token);
        let mut member =
            MemberDefinition { name: name.to_owned(), target: Some(target), traits, origin };
        self.parse_assignment("default", &mut member.traits)?;
        Ok(member)
    }

    /// `{ NAME [= value] … }`
    fn parse_enum_members(&mut self) -> Parsed<Vec<MemberDefinition>> {
        self.skip_space_and_docs();
        self.expect(TokenKind::LeftBrace, "`{` and the values of the enum")?;
        let mut names = HashMap::new();
        let mut members = Vec::new();
        loop {
            let annotations = self.parse_annotations()?;
            let may_end = annotations.first_written().is_none();
            if may_end && self.at(TokenKind::RightBrace) {
                self.report_unless_used(&annotations);
                break;
            }
            let what = if may_end { "a name or `}`" } else { "a name" };
            let traits = annotations.traits;
            let (name, token) = self.parse_identifier(what)?;
            let origin = self.origin(token);
            let target = Some(Self::prelude("Unit", origin.clone()));
            let mut member = MemberDefinition { name: name.to_owned(), target, traits, origin };
            self.parse_assignment("enumValue", &mut member.traits)?;
            if self.is_new(&mut names, &member) {
                members.push(member);
            }
        }
        self.bump();
        Ok(members)
    }

    /// `= value` and the line break behind it, as the trait that it stands for.
    fn parse_assignment(&mut self, name: &str, traits: &mut Vec<Trait>) -> Parsed<()> {
        self.skip_spaces();
        if !self.at(TokenKind::Equal) {
            return Ok(());
        }
        let equal = self.bump();
        let origin = self.origin(equal);
        if name == "default" {
            self.require_v2(&origin, "defaults can only be assigned");
        }
        self.skip_spaces();
        let value = self.parse_node()?;
        let id = Self::prelude(name, origin.clone());
        traits.push(Trait { id, value, is_null: false, origin });
        self.skip_spaces();
        if self.at(TokenKind::Comma) {
            self.bump();
        }
        self.expect_line_break("the value")
    }

    /// Whether no member before has this name; reports it if one has.
    fn is_new(&mut self, names: &mut HashMap<String, Origin>, member: &MemberDefinition) -> bool {
        let Some(first) = names.get(&member.name) else {
            names.insert(member.name.clone(), member.origin.clone());
            return true;
        };
        let message = format!("there are two members `{}`", member.name);
        let diagnostic = Diagnostic::invalid("duplicate-member", member.origin.clone(), message)
            .with_related(first.clone(), "first here");
        self.report(diagnostic);
        false
    }

    /// `for Resource`
    fn parse_for_resource(&mut self) -> Parsed<Option<Reference>> {
        self.skip_spaces();
        if !self.at_word("for") {
            return Ok(None);
        }
        let word = self.bump();
        self.require_v2(&self.origin(word), "structures can only be bound to resources");
        self.expect_spaces("`for`")?;
        self.parse_reference("the name of a resource").map(Some)
    }

    /// `with [Mixin …]`
    fn parse_mixins(&mut self) -> Parsed<Vec<Reference>> {
        self.skip_spaces();
        if !self.at_word("with") {
            return Ok(Vec::new());
        }
        let word = self.bump();
        self.require_v2(&self.origin(word), "mixins can only be used");
        self.skip_space_and_docs();
        self.expect(TokenKind::LeftBracket, "`[` after `with`")?;
        let mut mixins = Vec::new();
        loop {
            self.skip_space_and_docs();
            if self.at(TokenKind::RightBracket) && !mixins.is_empty() {
                self.bump();
                return Ok(mixins);
            }
            mixins.push(self.parse_reference("the name of a mixin")?);
        }
    }

    /// Reports what a 1.0 file does not have.
    pub(super) fn require_v2(&mut self, origin: &Origin, what: &str) {
        if self.document.version == Version::V2 {
            return;
        }
        let message = format!("{what} with Smithy 2.0, and this file is written in 1.0");
        let mut diagnostic = Diagnostic::invalid(VERSION, origin.clone(), message);
        if !self.version_stated {
            diagnostic.help = Some("begin the file with `$version: \"2.0\"`".to_owned());
            // The author forgot it, and need not be told at every member.
            self.document.version = Version::V2;
        }
        self.report(diagnostic);
    }

    /// Reports a shape type that the file's version of Smithy does not have.
    fn check_kind(&mut self, kind: Kind, keyword: Token) {
        match kind {
            Kind::Enum | Kind::IntEnum => {
                let what = format!("`{}` shapes can only be used", kind.name());
                self.require_v2(&self.origin(keyword), &what);
            }
            Kind::Set if self.document.version == Version::V2 && self.version_stated => {
                let diagnostic = Diagnostic::invalid(
                    VERSION,
                    self.origin(keyword),
                    "`set` shapes cannot be used with Smithy 2.0",
                );
                self.report(diagnostic.with_help("write `@uniqueItems list`"));
            }
            _ => {}
        }
    }

    /// Whether white space comes next.
    pub(super) fn at_space(&self) -> bool {
        matches!(
            self.token.kind,
            TokenKind::Space
                | TokenKind::Newline
                | TokenKind::Comma
                | TokenKind::Comment
                | TokenKind::DocComment
        )
    }
}
