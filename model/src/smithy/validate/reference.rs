//! The trait `references`, and members that could have it.

use super::{
    event::Events,
    graph::{Graph, Index, Node, prelude_trait, text},
};
use crate::{
    api::{ShapeId, Value},
    smithy::{
        document::Kind,
        model::{Applied, Shape},
    },
};
use std::collections::{BTreeMap, HashMap, HashSet};

const ID: &str = "ReferencesTrait";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, node) in graph.own().filter(|(_, node)| node.member.is_none()) {
        let Some(applied) = node.get("references") else { continue };
        for (place, entry) in applied.value().as_array().unwrap_or_default().iter().enumerate() {
            one(graph, node, applied, entry, place, events);
        }
    }
}

fn one(
    graph: &Graph<'_>,
    node: Node<'_>,
    applied: &Applied,
    entry: &Value,
    place: usize,
    events: &mut Events,
) {
    let at = applied.value.origin_at(&format!("/{place}"));
    let mut error = |message: String| {
        events.error(ID, node, message).at(&applied.origin).at(&at);
    };
    let ids = entry.get("ids").and_then(Value::as_object);
    let name = entry.get("resource").and_then(Value::as_str).unwrap_or_default();
    let is_string = matches!(node.shape.kind, Kind::String | Kind::Enum);
    if is_string && ids.is_some_and(|ids| !ids.is_empty()) {
        error(format!("`{}` is a string, and so its reference has no `ids`", node.name()));
    }
    let Some(resource) = graph.find(name).and_then(|index| graph.node(index)) else { return };
    if !resource.is(Kind::Resource) {
        error(format!("the reference names `{name}`, which is no resource"));
        return;
    }
    let identifiers = &resource.shape.links.identifiers;
    if is_string {
        if identifiers.len() != 1 {
            error(format!(
                "a string can only refer to a resource with one identifier, and `{}` has {}",
                resource.name(),
                identifiers.len()
            ));
        }
        return;
    }
    if let Some(ids) = ids {
        if ids.len() != identifiers.len() {
            error(format!(
                "the reference has {} `ids`, and `{}` has {} identifiers",
                ids.len(),
                resource.name(),
                identifiers.len()
            ));
        }
        let more = ids.keys().find(|key| identifiers.iter().all(|(known, _)| known != *key));
        if let Some(more) = more {
            error(format!("`{more}` is no identifier of `{}`", resource.name()));
        }
    }
    let explicit = ids.map(|ids| {
        ids.iter()
            .filter_map(|(key, value)| Some((key.as_str(), value.as_str()?)))
            .collect::<BTreeMap<_, _>>()
    });
    let implicit = || identifiers.iter().map(|(name, _)| (name.as_str(), name.as_str())).collect();
    let is_collection = entry.get("rel").and_then(Value::as_str) == Some("collection");
    let wanted: BTreeMap<&str, &str> = explicit.clone().unwrap_or_else(implicit);
    let mut problems = Vec::new();
    for member in wanted.values() {
        match node.shape.members.get(*member) {
            None if explicit.is_none() && is_collection => {}
            None => problems.push(format!("`{}` has no member `{member}`", node.name())),
            Some(found) => {
                let target = graph.target(&found.target);
                if target.is_some_and(|it| !matches!(it.kind, Kind::String | Kind::Enum)) {
                    problems.push(format!("`{member}` is no string"));
                }
            }
        }
    }
    if !problems.is_empty() {
        error(format!("the reference to `{}` is wrong: {}", resource.name(), problems.join(", ")));
    }
}

/// Members of operations' inputs and outputs that look like identifiers of resources.
pub(super) fn suggest(graph: &Graph<'_>, events: &mut Events) {
    for (index, service) in graph.own_of(Kind::Service) {
        let resources: Vec<&Shape> = graph
            .resources(index)
            .into_iter()
            .filter_map(|index| Some(graph.node(index)?.shape))
            .filter(|resource| !resource.links.identifiers.is_empty())
            .collect();
        for operation in &service.links.operations {
            let Some(operation) = graph.target(operation) else { continue };
            let Some(input) = graph.input(operation) else { continue };
            let fits = |resource: &Shape| {
                resource.links.identifiers.iter().all(|(name, link)| {
                    let member = input.members.get(name);
                    member.is_some_and(|member| member.target.id == link.id)
                })
            };
            let names: Vec<String> = resources
                .iter()
                .filter(|resource| fits(resource))
                .map(|resource| format!("`{}`", resource.id.name))
                .collect();
            if names.is_empty() {
                continue;
            }
            let message = format!(
                "`{}` is an operation of the service, and its input has the identifiers of {}: \
                 it may be an operation of it",
                operation.id.name,
                names.join(", ")
            );
            let id = format!("ServiceBoundResourceOperation.{}.{}", service.id, operation.id.name);
            events.warning(&id, Node { shape: operation, member: None }, message);
        }
    }
    members(graph, events);
}

fn members(graph: &Graph<'_>, events: &mut Events) {
    let resources: Vec<&Shape> = graph.own_of(Kind::Resource).map(|(_, shape)| shape).collect();
    if resources.is_empty() {
        return;
    }
    let mut reached: HashMap<&ShapeId, HashSet<Index>> = HashMap::new();
    for (index, structure) in graph.own_of(Kind::Structure) {
        for member in structure.members.values() {
            let named = resources.iter().filter(|resource| {
                matches!(resource.links.identifiers.as_slice(),
                    [(name, link)] if *name == member.name && link.id == member.target.id)
            });
            let named: Vec<&&Shape> = named
                .filter(|resource| {
                    let reached = reached.entry(&resource.id);
                    !reached.or_insert_with(|| below(graph, resource)).contains(&index)
                })
                .filter(|resource| !refers(graph, structure, member, resource))
                .collect();
            let Some(first) = named.first() else { continue };
            if prelude_trait(&member.traits, "resourceIdentifier").is_some() {
                continue;
            }
            let message = format!(
                "`{}${}` looks like the identifier of `{}`, and has no trait `references`",
                structure.id.name, member.name, first.id.name
            );
            let node = Node { shape: structure, member: Some(member) };
            events.warning("MemberShouldReferenceResource", node, message);
        }
    }
}

/// What the operations of a resource, and of those below it, take and give.
fn below(graph: &Graph<'_>, resource: &Shape) -> HashSet<Index> {
    let Some(start) = graph.shape(&resource.id) else { return HashSet::new() };
    graph.closure(start, false, |edge| edge.relation.is_followed()).into_iter().collect()
}

fn refers(
    graph: &Graph<'_>,
    structure: &Shape,
    member: &crate::smithy::model::Member,
    resource: &Shape,
) -> bool {
    let id = resource.id.to_string();
    let applied =
        [prelude_trait(&structure.traits, "references"), graph.member_trait(member, "references")];
    applied.into_iter().flatten().any(|applied| {
        let entries = applied.value().as_array().unwrap_or_default();
        entries.iter().any(|entry| entry.get("resource").and_then(Value::as_str) == Some(&id))
    })
}

/// The metadata that shapes give a type: `metadata`.
pub(super) fn typed_metadata(
    graph: &Graph<'_>,
    values: &mut super::value::Values<'_, '_>,
    events: &mut Events,
) {
    let mut keys: BTreeMap<&str, Vec<Node<'_>>> = BTreeMap::new();
    for (index, node) in graph.nodes().filter(|(_, node)| node.member.is_none()) {
        let Some(key) = node.get("metadata").and_then(|applied| text(applied, "key")) else {
            continue;
        };
        keys.entry(key).or_default().push(node);
        let Some(entry) = graph.model.metadata.get(key) else { continue };
        for problem in values.check(&entry.value(), index, super::value::Leniency::default()) {
            let part = super::trait_value::part(&problem.pointer);
            let message = format!("{part}the metadata `{key}` {}", problem.message);
            let id = format!("TypedMetadata.{key}{}", problem.suffix);
            events.global(&id, problem.severity, &entry.origin, message);
        }
    }
    for (key, nodes) in keys.into_iter().filter(|(_, nodes)| nodes.len() > 1) {
        for node in nodes {
            let message =
                format!("`{}` and others say of what type the metadata `{key}` is", node.name());
            events.error("MetadataTrait", node, message);
        }
    }
}
