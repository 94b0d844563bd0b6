//! Reads the JSON AST: <https://smithy.io/2.0/spec/json-ast.html>.

use super::{
    document::{
        Apply, Definition, Document, Kind, Lifecycle, MemberDefinition, Metadata, Node, Properties,
        Reference, Rename, Trait, Version, is_identifier,
    },
    prelude,
};
use crate::{
    api::ShapeId,
    diagnostic::Diagnostic,
    node::{self, Place},
    source::{Origin, SourceId},
    suggestion::closest,
};

/// Reads the document `root` of `source`, which has the key `smithy`.
pub(super) fn read(
    root: &node::Node,
    source: SourceId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let mut reader = Reader {
        document: Document {
            version: Version::V2,
            metadata: Vec::new(),
            shapes: Vec::new(),
            applies: Vec::new(),
            uses: Vec::new(),
        },
        diagnostics,
    };
    reader.document(&Place::root(root, source));
    reader.document
}

struct Reader<'d> {
    document: Document,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn document(&mut self, root: &Place) {
        // What shapes may say depends on it, wherever it stands.
        if let Some(place) = root.get("smithy") {
            self.version(&place);
        }
        for (key, place) in self.object(root) {
            match key {
                "smithy" => {}
                "metadata" => self.metadata(&place),
                "shapes" => self.shapes(&place),
                _ => self.unknown_key(key, &place, "the document"),
            }
        }
    }

    fn version(&mut self, place: &Place) {
        match self.string(place) {
            Some("1" | "1.0") => self.document.version = Version::V1,
            Some("2" | "2.0") | None => {}
            Some(other) => self.diagnostics.push(Diagnostic::unsupported(
                "smithy-version",
                place.origin(),
                format!("the version of Smithy is `{other}`, and only 1.0 and 2.0 are known"),
            )),
        }
    }

    fn metadata(&mut self, place: &Place) {
        for (key, value) in self.object(place) {
            self.document.metadata.push(Metadata {
                key: key.to_owned(),
                value: Node::new(value.node.to_value(), value.origin()),
                origin: value.key_origin(),
            });
        }
    }

    fn shapes(&mut self, place: &Place) {
        for (key, shape) in self.object(place) {
            if let Some((id, member)) = self.shape_id(key, &shape) {
                self.shape(id, member, &shape);
            }
        }
    }

    /// The id that is the key of `place`, with the member if it names one.
    fn shape_id<'k>(&mut self, key: &'k str, place: &Place) -> Option<(ShapeId, Option<&'k str>)> {
        let (shape, member) = match key.split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (key, None),
        };
        let id = parse_shape_id(shape);
        if id.is_none() || member.is_some_and(|member| !is_identifier(member)) {
            self.diagnostics.push(invalid_shape_id(key, place.key_origin()));
            return None;
        }
        id.map(|id| (id, member))
    }

    fn shape(&mut self, id: ShapeId, member: Option<&str>, place: &Place) {
        if self.object(place).is_empty() && place.node.as_object().is_none() {
            return;
        }
        let Some(type_place) = place.get("type") else {
            self.diagnostics.push(Diagnostic::invalid(
                "missing-type",
                place.key_origin(),
                format!("the shape `{id}` has no `type`"),
            ));
            return;
        };
        let Some(type_name) = self.string(&type_place) else { return };
        if type_name == "apply" {
            self.apply(id, member, place);
            return;
        }
        let Some(kind) = Kind::from_name(type_name) else {
            let finding = Diagnostic::invalid(
                "unknown-type",
                type_place.origin(),
                format!("`{type_name}` is not a type of shape"),
            );
            let close = closest(type_name, Kind::names());
            self.diagnostics.push(match close {
                Some(close) => finding.with_help(format!("did you mean `{close}`?")),
                None => finding,
            });
            return;
        };
        self.check_kind(kind, &type_place);
        if let Some(member) = member {
            self.diagnostics.push(Diagnostic::invalid(
                "shape-id",
                place.key_origin(),
                format!("a shape's id cannot name a member, and this one names `{member}`"),
            ));
            return;
        }
        let mut definition = Definition {
            id,
            kind,
            members: Vec::new(),
            mixins: Vec::new(),
            for_resource: None,
            traits: Vec::new(),
            properties: Properties::default(),
            origin: place.key_origin(),
        };
        for (key, value) in place.members() {
            if !self.property(&mut definition, key, &value) {
                self.unknown_key(key, &value, &format!("a shape of the type `{}`", kind.name()));
            }
        }
        self.check_members(&definition);
        self.document.shapes.push(definition);
    }

    /// Reports what a list or map lacks, unless a mixin may have it.
    fn check_members(&mut self, definition: &Definition) {
        let wanted: &[&str] = match definition.kind {
            Kind::List | Kind::Set => &["member"],
            Kind::Map => &["key", "value"],
            _ => return,
        };
        let is_missing = |wanted: &&&str| definition.members.iter().all(|it| it.name != **wanted);
        let missing: Vec<String> =
            wanted.iter().filter(is_missing).map(|name| format!("no `{name}`")).collect();
        if missing.is_empty() || !definition.mixins.is_empty() {
            return;
        }
        let id = &definition.id;
        let message = format!("`{id}` has {}", missing.join(" and "));
        self.diagnostics.push(
            Diagnostic::invalid("missing-member", definition.origin.clone(), message)
                .with_event("Model", Some(id.to_string())),
        );
    }

    /// Reports a type of shape that the file's version of Smithy does not have.
    fn check_kind(&mut self, kind: Kind, place: &Place) {
        let message = match (self.document.version, kind) {
            (Version::V1, Kind::Enum | Kind::IntEnum) => format!(
                "`{}` shapes can only be used with Smithy 2.0, and this file is written in 1.0",
                kind.name()
            ),
            (Version::V2, Kind::Set) => "`set` shapes cannot be used with Smithy 2.0".to_owned(),
            _ => return,
        };
        self.wrong_version(&place.origin(), &message);
    }

    fn wrong_version(&mut self, origin: &Origin, message: &str) {
        self.diagnostics.push(Diagnostic::invalid("smithy-version", origin.clone(), message));
    }

    /// Reads one property of a shape; `false` if a shape of this kind has no such property.
    fn property(&mut self, definition: &mut Definition, key: &str, value: &Place) -> bool {
        let properties = &mut definition.properties;
        match (definition.kind, key) {
            (_, "type") => {}
            (_, "traits") => definition.traits = self.traits(value),
            (_, "mixins") => definition.mixins = self.references(value),
            (Kind::List | Kind::Set, "member") | (Kind::Map, "key" | "value") => {
                definition.members.extend(self.member(key, value));
            }
            (Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum, "members") => {
                for (name, member) in self.object(value) {
                    if is_identifier(name) {
                        let member = self.member(name, &member);
                        if matches!(definition.kind, Kind::Enum | Kind::IntEnum) {
                            self.check_enum_member(&definition.id, member.as_ref());
                        }
                        definition.members.extend(member);
                    } else {
                        let message = format!("`{name}` cannot be the name of a member");
                        let origin = member.key_origin();
                        self.diagnostics.push(Diagnostic::invalid("member-name", origin, message));
                    }
                }
            }
            (Kind::Operation, "input") => properties.input = self.reference(value),
            (Kind::Operation, "output") => properties.output = self.reference(value),
            (Kind::Operation | Kind::Service, "errors") => {
                properties.errors = self.references(value);
            }
            (Kind::Service | Kind::Resource, "operations") => {
                properties.operations = self.references(value);
            }
            (Kind::Service | Kind::Resource, "resources") => {
                properties.resources = self.references(value);
            }
            (Kind::Service, "version") => {
                properties.version = self.string(value).map(str::to_owned);
            }
            (Kind::Service, "rename") => {
                for (from, to) in self.object(value) {
                    let Some((mut id, member)) = self.shape_id(from, &to) else { continue };
                    id.name.extend(member.iter().flat_map(|member| ["$", member]));
                    let Some(name) = self.string(&to) else { continue };
                    let from = Reference::Absolute { id, origin: to.key_origin() };
                    let to = Rename { from, to: name.to_owned(), origin: to.origin() };
                    properties.rename.push(to);
                }
            }
            (Kind::Resource, "identifiers") => properties.identifiers = self.bindings(value),
            (Kind::Resource, "properties") => {
                if self.document.version == Version::V1 {
                    let what = "resources can only have properties with Smithy 2.0";
                    self.wrong_version(
                        &value.key_origin(),
                        &format!("{what}, and this file is written in 1.0"),
                    );
                }
                definition.properties.properties = self.bindings(value);
            }
            (Kind::Resource, "collectionOperations") => {
                properties.collection_operations = self.references(value);
            }
            (Kind::Resource, _) => {
                let Some(lifecycle) = Lifecycle::from_name(key) else { return false };
                properties.lifecycle.extend(self.reference(value).map(|to| (lifecycle, to)));
            }
            _ => return false,
        }
        true
    }

    fn apply(&mut self, id: ShapeId, member: Option<&str>, place: &Place) {
        for (key, value) in place.members() {
            match key {
                "type" => {}
                "traits" => {
                    for applied in self.traits(&value) {
                        self.document.applies.push(Apply {
                            shape: Reference::Absolute {
                                id: id.clone(),
                                origin: place.key_origin(),
                            },
                            member: member.map(str::to_owned),
                            applied,
                        });
                    }
                }
                _ => self.unknown_key(key, &value, "an `apply`"),
            }
        }
    }

    fn member(&mut self, name: &str, place: &Place) -> Option<MemberDefinition> {
        let mut member = MemberDefinition {
            name: name.to_owned(),
            target: None,
            traits: Vec::new(),
            origin: place.key_origin(),
        };
        for (key, value) in self.object(place) {
            match key {
                "target" => member.target = Some(self.target(&value)?),
                "traits" => member.traits = self.traits(&value),
                _ => self.unknown_key(key, &value, "a member"),
            }
        }
        if member.target.is_none() {
            let message = format!("the member `{name}` has no `target`");
            self.diagnostics.push(Diagnostic::invalid(
                "missing-target",
                place.key_origin(),
                message,
            ));
            return None;
        }
        Some(member)
    }

    /// Reports a member of an enum that is anything but a name.
    fn check_enum_member(&mut self, shape: &ShapeId, member: Option<&MemberDefinition>) {
        let Some(MemberDefinition { name, target: Some(target), .. }) = member else { return };
        let Reference::Absolute { id, origin } = target else { return };
        if *id == prelude::unit() {
            return;
        }
        let message = format!(
            "the member `{name}` of the enum `{}` targets `{id}`, and can only target \
             `smithy.api#Unit`",
            shape.name
        );
        self.diagnostics.push(
            Diagnostic::invalid("target", origin.clone(), message)
                .with_event("Target", Some(format!("{shape}${name}"))),
        );
    }

    fn traits(&mut self, place: &Place) -> Vec<Trait> {
        let mut traits = Vec::new();
        for (key, value) in self.object(place) {
            let Some((id, member)) = self.shape_id(key, &value) else { continue };
            if member.is_some() {
                let message = format!("`{key}` is a member; a trait is a shape");
                let origin = value.key_origin();
                self.diagnostics.push(Diagnostic::invalid("member-not-shape", origin, message));
                continue;
            }
            traits.push(Trait {
                id: Reference::Absolute { id, origin: value.key_origin() },
                value: Node::new(value.node.to_value(), value.origin()),
                is_null: false,
                origin: value.key_origin(),
            });
        }
        traits
    }

    fn references(&mut self, place: &Place) -> Vec<Reference> {
        if place.node.as_array().is_none() {
            self.expected("an array", place);
        }
        place.items().filter_map(|item| self.reference(&item)).collect()
    }

    fn bindings(&mut self, place: &Place) -> Vec<(String, Reference)> {
        let members = self.object(place);
        let bindings = members.into_iter();
        bindings
            .filter_map(|(name, target)| Some((name.to_owned(), self.reference(&target)?)))
            .collect()
    }

    /// `{"target": "ns#Shape"}`.
    fn reference(&mut self, place: &Place) -> Option<Reference> {
        let mut target = None;
        for (key, value) in self.object(place) {
            match key {
                "target" => target = Some(self.target(&value)?),
                _ => self.unknown_key(key, &value, "a reference"),
            }
        }
        if target.is_none() && place.node.as_object().is_some() {
            let message = "a reference to a shape has no `target`";
            self.diagnostics.push(Diagnostic::invalid("missing-target", place.origin(), message));
        }
        target
    }

    fn target(&mut self, place: &Place) -> Option<Reference> {
        let text = self.string(place)?;
        let (shape, member) = match text.split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (text, None),
        };
        let Some(mut id) = parse_shape_id(shape).filter(|_| member.is_none_or(is_identifier))
        else {
            self.diagnostics.push(invalid_shape_id(text, place.origin()));
            return None;
        };
        // That a member cannot stand there is said once it is known whose.
        id.name.extend(member.iter().flat_map(|member| ["$", member]));
        Some(Reference::Absolute { id, origin: place.origin() })
    }

    fn object<'a>(&mut self, place: &Place<'a>) -> Vec<(&'a str, Place<'a>)> {
        if place.node.as_object().is_none() {
            self.expected("an object", place);
        }
        place.members().collect()
    }

    fn string<'a>(&mut self, place: &Place<'a>) -> Option<&'a str> {
        let text = place.node.as_str();
        if text.is_none() {
            self.expected("a string", place);
        }
        text
    }

    fn expected(&mut self, what: &str, place: &Place) {
        let message = format!("expected {what}, found {}", place.node.kind());
        self.diagnostics.push(Diagnostic::invalid("json-type", place.origin(), message));
    }

    fn unknown_key(&mut self, key: &str, place: &Place, whose: &str) {
        let message = format!("`{key}` means nothing in {whose}, and is passed over");
        self.diagnostics.push(Diagnostic::warning("unknown-key", place.key_origin(), message));
    }
}

fn invalid_shape_id(text: &str, origin: Origin) -> Diagnostic {
    Diagnostic::invalid("shape-id", origin, format!("`{text}` is not an absolute shape id"))
        .with_help("write it as `namespace#Name`")
}

/// `namespace#Name`, if both are well formed.
pub(super) fn parse_shape_id(text: &str) -> Option<ShapeId> {
    let (namespace, name) = text.split_once('#')?;
    let valid = namespace.split('.').all(is_identifier) && is_identifier(name);
    valid.then(|| ShapeId::new(namespace, name))
}
