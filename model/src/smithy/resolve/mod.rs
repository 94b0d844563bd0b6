//! Makes one model of several documents: names, duplicates, `apply`, resources, mixins.

mod applied;
mod duplicate;
mod elided;
mod mixins;
mod names;
mod upgrade;
mod version;

use super::{
    document::{
        Apply, Definition, Document, Kind, MemberDefinition, Metadata, Node, Properties, Reference,
        Trait, Version,
    },
    model::{Applied, Link, Links, Member, MetadataEntry, Model, Shape, Traits},
    prelude,
};
use crate::{
    api::{ShapeId, Value},
    diagnostic::{Diagnostic, SmithyEvent},
    source::Origin,
};
use indexmap::{IndexMap, map::Entry};
use names::Names;

/// Merges `documents` in order and resolves all that they refer to.
pub(super) fn resolve(mut documents: Vec<Document>, diagnostics: &mut Vec<Diagnostic>) -> Model {
    let names = Names::new(&documents);
    let mut prelude = prelude::document();
    prelude.shapes.retain(|definition| !names.is_defined(&definition.id));
    documents.push(prelude);

    let mut resolver = Resolver::new(Names::new(&documents), diagnostics);
    let mut applies = Vec::new();
    for document in documents {
        resolver.metadata(document.metadata);
        resolver.uses(&document.uses);
        for definition in document.shapes {
            resolver.define(definition, document.version);
        }
        applies.extend(document.applies);
    }
    for apply in applies {
        resolver.apply(apply);
    }
    elided::fill(&mut resolver.drafts, resolver.diagnostics);
    mixins::flatten(&mut resolver.drafts, resolver.diagnostics);
    upgrade::upgrade(&mut resolver.drafts);
    resolver.finish()
}

struct Resolver<'d> {
    names: Names,
    metadata: IndexMap<String, MetadataEntry>,
    drafts: IndexMap<ShapeId, Draft>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

/// A shape whose mixins are not applied yet.
#[derive(Debug)]
struct Draft {
    kind: Kind,
    version: Version,
    traits: Traits,
    members: IndexMap<String, DraftMember>,
    mixins: Vec<Link>,
    for_resource: Option<Link>,
    links: Links,
    /// `links` as they were before mixins were applied, if there are any.
    own_links: Option<Box<Links>>,
    origin: Origin,
}

/// A member whose target may yet have to come from a mixin or a resource.
#[derive(Clone, Debug)]
struct DraftMember {
    target: Option<Link>,
    traits: Traits,
    /// Whether it is there only because `apply` names it.
    from_apply: bool,
    /// Whether a mixin has it.
    inherited: bool,
    origin: Origin,
}

impl<'d> Resolver<'d> {
    fn new(names: Names, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        Self { names, metadata: IndexMap::new(), drafts: IndexMap::new(), diagnostics }
    }

    /// Files may say the same under one key, or each give a list, which then are one.
    fn metadata(&mut self, more: Vec<Metadata>) {
        for Metadata { key, mut value, origin } in more {
            self.names.resolve_shape_ids(&mut value, self.diagnostics);
            let mut entry = match self.metadata.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert(MetadataEntry { nodes: vec![value], origin });
                    continue;
                }
                Entry::Occupied(entry) => entry,
            };
            let first = entry.get_mut();
            // If the first is an array, so are all others; if not, there are no others.
            let known = first.nodes.first().map(|node| &node.value);
            if matches!((known, &value.value), (Some(Value::Array(_)), Value::Array(_))) {
                first.nodes.push(value);
            } else if known != Some(&value.value) {
                let first_origin = first.origin.clone();
                let message = format!("the metadata `{}` has two values", entry.key());
                self.diagnostics.push(
                    Diagnostic::invalid("metadata-conflict", origin, message)
                        .with_related(first_origin, "first here"),
                );
            }
        }
    }

    fn uses(&mut self, uses: &[Reference]) {
        for reference in uses {
            let Reference::Absolute { id, origin } = reference else { continue };
            // Traits that Farrier knows need no definition in the model.
            let known = self.names.is_defined(id) || names::is_wellknown(&id.namespace);
            if !known {
                let message = format!("`use` names `{id}`, which no file defines");
                let finding = Diagnostic::warning("unknown-shape", origin.clone(), message)
                    .with_event("Model", None);
                self.diagnostics.push(self.names.suggest(finding, id));
            }
        }
    }

    fn define(&mut self, definition: Definition, version: Version) {
        let id = definition.id.clone();
        let draft = self.draft(definition, version);
        match self.drafts.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(draft);
            }
            Entry::Occupied(mut entry) => {
                let id = entry.key().clone();
                duplicate::merge(&id, entry.get_mut(), draft, self.diagnostics);
            }
        }
    }

    fn draft(&mut self, definition: Definition, version: Version) -> Draft {
        let Definition { id, kind, members, mixins, for_resource, traits, properties, origin } =
            definition;
        let mixins = self.about("Model", id.to_string(), |resolver| resolver.links(mixins));
        let traits = self.traits(traits, &id.name);
        let mut links =
            self.about("Target", id.to_string(), |resolver| resolver.properties(properties));
        if kind == Kind::Operation {
            let unit = || Link { id: prelude::unit(), origin: origin.clone() };
            links.input.get_or_insert_with(unit);
            links.output.get_or_insert_with(unit);
        }
        let draft = Draft {
            kind,
            version,
            traits,
            members: self.members(members, &id),
            mixins,
            for_resource: for_resource.map(|reference| self.link(reference)),
            links,
            own_links: None,
            origin,
        };
        version::check(&id, &draft, self.diagnostics);
        draft
    }

    fn members(
        &mut self,
        definitions: Vec<MemberDefinition>,
        shape: &ShapeId,
    ) -> IndexMap<String, DraftMember> {
        let mut members: IndexMap<String, DraftMember> = IndexMap::new();
        for definition in definitions {
            let MemberDefinition { name, target, traits, origin } = definition;
            let path = format!("{}${name}", shape.name);
            let member = DraftMember {
                target: target.map(|reference| {
                    self.about("Target", format!("{shape}${name}"), |resolver| {
                        resolver.names.target(reference, resolver.diagnostics)
                    })
                }),
                traits: self.traits(traits, &path),
                from_apply: false,
                inherited: false,
                origin,
            };
            // That names must differ by more than case, validators say.
            if let Some(first) = members.get(&name) {
                let message = format!("`{}` has two members `{name}`", shape.name);
                self.diagnostics.push(
                    Diagnostic::invalid("member-conflict", member.origin.clone(), message)
                        .with_related(first.origin.clone(), "first here"),
                );
            }
            members.entry(name).or_insert(member);
        }
        members
    }

    fn properties(&mut self, properties: Properties) -> Links {
        let Properties {
            version,
            operations,
            collection_operations,
            resources,
            errors,
            rename,
            identifiers,
            properties,
            lifecycle,
            input,
            output,
        } = properties;
        Links {
            version,
            operations: self.links(operations),
            collection_operations: self.links(collection_operations),
            resources: self.links(resources),
            errors: self.links(errors),
            rename: rename
                .into_iter()
                // One that there is not is not in the service either, which validators say.
                .map(|rename| {
                    let id = self.names.shape(&rename.from).0;
                    (Link { id, origin: rename.origin }, rename.to)
                })
                .collect(),
            identifiers: self.bindings(identifiers),
            properties: self.bindings(properties),
            lifecycle: lifecycle.into_iter().map(|(kind, to)| (kind, self.link(to))).collect(),
            input: input.map(|reference| self.link(reference)),
            output: output.map(|reference| self.link(reference)),
        }
    }

    fn bindings(&mut self, bindings: Vec<(String, Reference)>) -> Vec<(String, Link)> {
        bindings.into_iter().map(|(name, target)| (name, self.link(target))).collect()
    }

    fn links(&mut self, references: Vec<Reference>) -> Vec<Link> {
        references.into_iter().map(|reference| self.link(reference)).collect()
    }

    /// Runs `resolve`; which shapes it finds missing is a finding of this id about a shape.
    fn about<T>(&mut self, id: &str, shape: String, resolve: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.diagnostics.len();
        let resolved = resolve(self);
        for finding in self.diagnostics.iter_mut().skip(before) {
            if finding.code == "unknown-shape" {
                let shape = Some(shape.clone());
                finding.event = Some(Box::new(SmithyEvent { id: id.to_owned(), shape }));
            }
        }
        resolved
    }

    fn link(&mut self, reference: Reference) -> Link {
        self.names.link(reference, self.diagnostics)
    }

    fn traits(&mut self, traits: Vec<Trait>, path: &str) -> Traits {
        let mut all = Traits::default();
        for definition in traits {
            let (id, applied) = self.names.trait_of(definition, self.diagnostics);
            applied::add(&mut all, id, applied, path, self.diagnostics);
        }
        all
    }

    fn apply(&mut self, apply: Apply) {
        let before = self.diagnostics.len();
        let link = self.link(apply.shape);
        for finding in self.diagnostics.iter_mut().skip(before) {
            finding.event = Some(Box::new(SmithyEvent { id: "Model".to_owned(), shape: None }));
        }
        let (trait_id, applied) = self.names.trait_of(apply.applied, self.diagnostics);
        let Some(draft) = self.drafts.get_mut(&link.id) else { return };
        if draft.origin == Origin::BuiltIn {
            let message = format!("`{}` belongs to Smithy, and takes no more traits", link.id);
            self.diagnostics.push(
                Diagnostic::invalid("apply-to-prelude", link.origin, message)
                    .with_event("Model", Some(link.id.to_string()))
                    .with_help("define a shape of your own, and apply the trait to that"),
            );
            return;
        }
        version::check_trait(&link.id.name, draft.version, &trait_id, &applied, self.diagnostics);
        let Some(name) = apply.member else {
            let path = &link.id.name;
            applied::add(&mut draft.traits, trait_id, applied, path, self.diagnostics);
            return;
        };
        if !draft.members.contains_key(&name) {
            if draft.mixins.is_empty() {
                let shape = &link.id.name;
                let message = format!("`{shape}` has no member `{name}`");
                let finding = Diagnostic::invalid("unknown-member", link.origin, message);
                let names = draft.members.keys().map(String::as_str);
                self.diagnostics.push(self.names.suggest_name(finding, &name, names));
                return;
            }
            // A member that a mixin has; whether one does is seen when they are applied.
            let member = DraftMember {
                target: None,
                traits: Traits::default(),
                from_apply: true,
                inherited: false,
                origin: link.origin,
            };
            draft.members.insert(name.clone(), member);
        }
        if let Some(member) = draft.members.get_mut(&name) {
            let path = format!("{}${name}", link.id.name);
            applied::add(&mut member.traits, trait_id, applied, &path, self.diagnostics);
        }
    }

    fn finish(self) -> Model {
        let mut model = Model { metadata: self.metadata, ..Model::default() };
        for (id, draft) in self.drafts {
            let Draft {
                kind, traits, members, mixins, for_resource, links, own_links, origin, ..
            } = draft;
            let mut finished = IndexMap::with_capacity(members.len());
            for (name, member) in members {
                let DraftMember { target, traits, from_apply, inherited, origin } = member;
                if let Some(target) = target {
                    let mut traits = traits;
                    if kind == Kind::Enum {
                        name_enum_value(&name, inherited, &mut traits, &origin);
                    }
                    let member = Member { name: name.clone(), target, traits, inherited, origin };
                    finished.insert(name, member);
                    continue;
                }
                let shape = &id.name;
                let from = match (&for_resource, mixins.is_empty()) {
                    (None, true) => "has neither a mixin nor a resource to take it from",
                    (None, false) => "has no mixin with a member of that name",
                    (Some(_), true) => "is for a resource without one of that name",
                    (Some(_), false) => "has neither a mixin nor a resource with one of that name",
                };
                let message = if from_apply {
                    format!("`{shape}` has no member `{name}`, and neither has a mixin of it")
                } else {
                    format!("`${name}` has no target: `{shape}` {from}")
                };
                self.diagnostics.push(Diagnostic::invalid("unknown-member", origin, message));
            }
            let shape = Shape {
                id: id.clone(),
                kind,
                mixins,
                traits,
                members: finished,
                links,
                own_links,
                origin,
            };
            model.shapes.insert(id, shape);
        }
        model
    }
}

/// A value of an enum that says nothing else is its name.
fn name_enum_value(name: &str, inherited: bool, traits: &mut Traits, origin: &Origin) {
    let value = || {
        let value = Node::new(Value::String(name.to_owned()), origin.clone());
        Applied { inherited, ..Applied::new(value, origin.clone()) }
    };
    traits.0.entry("smithy.api#enumValue".to_owned()).or_insert_with(value);
}
