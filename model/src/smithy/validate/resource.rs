//! Resources: identifiers, lifecycle, properties, and what refers to them.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait, text},
};
use crate::smithy::{
    document::{Kind, Lifecycle},
    model::{Link, Member, Shape},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (index, resource) in graph.own_of(Kind::Resource) {
        identifiers(graph, index, resource, events);
        lifecycle(graph, resource, events);
        bindings(graph, resource, events);
        inherited_bindings(graph, index, resource, events);
        properties(graph, resource, events);
    }
    for (_, structure) in graph.own_of(Kind::Structure) {
        conflicting_identifiers(structure, events);
    }
}

/// A child has the identifiers of its parent, of the same types, and no property of their names.
fn identifiers(graph: &Graph<'_>, index: Index, resource: &Shape, events: &mut Events) {
    const ID: &str = "ResourceIdentifier";
    let children = graph.from(index).iter().filter(|edge| edge.relation == Relation::Resource);
    for child in children.filter_map(|edge| graph.node(edge.other)) {
        let own = &child.shape.links.identifiers;
        let mut missing = Vec::new();
        for (name, link) in &resource.links.identifiers {
            match own.iter().find(|(known, _)| known == name) {
                None => missing.push(format!("`{name}`")),
                Some((_, other)) if other.id != link.id => {
                    let message = format!(
                        "the identifier `{name}` of `{}` is `{}`, and that of its parent `{}` is \
                         `{}`",
                        child.name(),
                        other.id.name,
                        resource.id.name,
                        link.id.name
                    );
                    events.error(ID, child, message).at(&other.origin);
                }
                Some(_) => {}
            }
        }
        if !missing.is_empty() {
            let message = format!(
                "`{}` is below `{}`, and lacks its identifiers {}",
                child.name(),
                resource.id.name,
                missing.join(", ")
            );
            events.error(ID, child, message);
        }
    }
    for (name, link) in &resource.links.properties {
        let taken = |(known, _): &&(String, Link)| known.eq_ignore_ascii_case(name);
        if resource.links.identifiers.iter().any(|it| taken(&it)) {
            let message = format!("`{name}` of `{}` is identifier and property", resource.id.name);
            events.error(ID, Node { shape: resource, member: None }, message).at(&link.origin);
        }
    }
}

fn lifecycle(graph: &Graph<'_>, resource: &Shape, events: &mut Events) {
    const ID: &str = "ResourceLifecycle";
    let node = Node { shape: resource, member: None };
    for (kind, link) in &resource.links.lifecycle {
        let Some(operation) = graph.target(link) else { continue };
        let has = |name| prelude_trait(&operation.traits, name).is_some();
        let what = Relation::of(*kind).name();
        let name = &operation.id.name;
        let must_be = matches!(kind, Lifecycle::Read | Lifecycle::List);
        if has("readonly") != must_be {
            let not = if must_be { "" } else { " not" };
            let message =
                format!("`{what}` of `{}` must{not} be `readonly`: `{name}`", resource.id.name);
            events.error(ID, node, message).at(&link.origin);
        }
        if matches!(kind, Lifecycle::Put | Lifecycle::Delete) && !has("idempotent") {
            let message =
                format!("`{what}` of `{}` must be `idempotent`: `{name}`", resource.id.name);
            events.error(ID, node, message).at(&link.origin);
        }
    }
}

const BINDING: &str = "ResourceIdentifierBinding";

/// The members that stand for identifiers, by the identifier.
fn bound<'m>(resource: &Shape, structure: &'m Shape) -> HashMap<String, &'m Member> {
    let mut found = HashMap::new();
    let mut explicit: HashMap<&str, &Member> = HashMap::new();
    for member in structure.members.values() {
        let applied = prelude_trait(&member.traits, "resourceIdentifier");
        if let Some(name) = applied.and_then(|applied| applied.value().as_str()) {
            explicit.entry(name).or_insert(member);
        }
    }
    for (name, link) in &resource.links.identifiers {
        let implicit = structure.members.get(name).filter(|member| {
            member.target.id == link.id && prelude_trait(&member.traits, "required").is_some()
        });
        if let Some(member) = explicit.get(name.as_str()).copied().or(implicit) {
            found.insert(name.clone(), member);
        }
    }
    found
}

/// Whether the input of an operation names one of the resource.
fn names_one(graph: &Graph<'_>, resource: &Shape, operation: &Shape) -> bool {
    let Some(input) = graph.input(operation) else {
        return resource.links.identifiers.is_empty();
    };
    let found = bound(resource, input);
    resource.links.identifiers.iter().all(|(name, _)| found.contains_key(name))
}

fn bindings(graph: &Graph<'_>, resource: &Shape, events: &mut Events) {
    let links = &resource.links;
    let of = |wanted: fn(&Lifecycle) -> bool| {
        links.lifecycle.iter().filter(move |(kind, _)| wanted(kind)).map(|(_, link)| link)
    };
    let collection = of(|kind| matches!(kind, Lifecycle::Create | Lifecycle::List))
        .chain(&links.collection_operations);
    let instance =
        of(|kind| !matches!(kind, Lifecycle::Create | Lifecycle::List)).chain(&links.operations);
    for (link, is_instance) in
        collection.map(|link| (link, false)).chain(instance.map(|link| (link, true)))
    {
        let Some(operation) = graph.target(link) else { continue };
        let node = Node { shape: operation, member: None };
        let names_one = names_one(graph, resource, operation);
        if is_instance && !names_one {
            let needed: Vec<String> = links
                .identifiers
                .iter()
                .map(|(name, link)| format!("`{name}: {}`", link.id.name))
                .collect();
            let message = format!(
                "`{}` is an operation of one `{}`, and its input has not all of the required \
                 members that say which: {}",
                operation.id.name,
                resource.id.name,
                needed.join(", ")
            );
            events.error(BINDING, node, message).related(&resource.origin, "the resource");
        }
        if !is_instance && names_one && !links.identifiers.is_empty() {
            let message = format!(
                "`{}` is an operation of all `{}`s, and its input says which one is meant",
                operation.id.name, resource.id.name
            );
            events.error(BINDING, node, message).related(&resource.origin, "the resource");
        }
    }
}

/// Operations of a child need the identifiers of its parent, which has those of its own.
fn inherited_bindings(graph: &Graph<'_>, index: Index, resource: &Shape, events: &mut Events) {
    let children = graph.from(index).iter().filter(|edge| edge.relation == Relation::Resource);
    for child in children.map(|edge| edge.other) {
        let operations =
            graph.from(child).iter().filter(|edge| edge.relation == Relation::Operation);
        for operation in operations.filter_map(|edge| graph.node(edge.other)) {
            let found = graph.input(operation.shape).map(|input| bound(resource, input));
            let found = found.unwrap_or_default();
            let missing: Vec<String> = resource
                .links
                .identifiers
                .iter()
                .filter(|(name, _)| !found.contains_key(name))
                .map(|(name, _)| format!("`{name}`"))
                .collect();
            if missing.is_empty() {
                continue;
            }
            let message = format!(
                "`{}` is an operation below `{}`, and its input has not {}",
                operation.name(),
                resource.id.name,
                missing.join(", ")
            );
            events.error(BINDING, operation, message);
        }
    }
}

/// Members of one structure that stand for the same identifier.
fn conflicting_identifiers(structure: &Shape, events: &mut Events) {
    let node = Node { shape: structure, member: None };
    let mut explicit: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    for member in structure.members.values() {
        let applied = prelude_trait(&member.traits, "resourceIdentifier");
        if let Some(name) = applied.and_then(|applied| applied.value().as_str()) {
            explicit.entry(name).or_default().push(member);
        }
    }
    for (name, members) in explicit {
        if let [first, second, ..] = members.as_slice() {
            let message = format!(
                "`{}` and `{}` of `{}` are both the identifier `{name}`",
                first.name, second.name, structure.id.name
            );
            events
                .error(BINDING, node, message)
                .at(&second.origin)
                .related(&first.origin, "first here");
        }
        if let (Some(implicit), Some(first)) = (structure.members.get(name), members.first())
            && !members.iter().any(|member| member.name == name)
        {
            let message = format!(
                "`{}` of `{}` is the identifier `{name}`, and not the member of that name",
                first.name, structure.id.name
            );
            events.warning(BINDING, node, message).at(&implicit.origin);
        }
    }
}

const PROPERTIES: &str = "ResourceOperationInputOutput";

/// Properties against the members of the lifecycle operations.
fn properties(graph: &Graph<'_>, resource: &Shape, events: &mut Events) {
    let links = &resource.links;
    if links.properties.is_empty() {
        return;
    }
    let node = Node { shape: resource, member: None };
    let mut used = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let known: HashMap<&str, &Link> =
        links.properties.iter().map(|(name, link)| (name.as_str(), link)).collect();
    for (kind, link) in &links.lifecycle {
        let Some(operation) = graph.target(link) else { continue };
        let checked = !matches!(kind, Lifecycle::List);
        for structure in [graph.input(operation), graph.output(operation)].into_iter().flatten() {
            let nested = structure
                .members
                .values()
                .find(|member| prelude_trait(&member.traits, "nestedProperties").is_some());
            let holder = nested.and_then(|member| graph.target(&member.target));
            let holder = holder.unwrap_or(structure);
            let identifiers: HashSet<&str> =
                bound(resource, holder).values().map(|member| member.name.as_str()).collect();
            let mut named: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
            for member in holder.members.values() {
                if identifiers.contains(member.name.as_str()) || is_no_property(graph, member) {
                    continue;
                }
                let name = property_name(member);
                used.insert(name);
                named.entry(name).or_default().push(member);
                if !checked {
                    continue;
                }
                let at = Node { shape: holder, member: Some(member) };
                let message = match known.get(name) {
                    None => format!(
                        "`{}` is neither a property nor an identifier of `{}`: give it the trait \
                         `property`, `resourceIdentifier` or `notProperty`",
                        at.name(),
                        resource.id.name
                    ),
                    Some(link) if link.id != member.target.id => format!(
                        "`{}` is `{}`, and the property `{name}` of `{}` is `{}`",
                        at.name(),
                        member.target.id.name,
                        resource.id.name,
                        link.id.name
                    ),
                    Some(_) => continue,
                };
                if seen.insert(at.id()) {
                    events.error(PROPERTIES, at, message);
                }
            }
            for (name, members) in named {
                if let [first, second, ..] = members.as_slice() {
                    let message = format!(
                        "`{}` and `{}` of `{}` are both the property `{name}`",
                        first.name, second.name, holder.id.name
                    );
                    let at = Node { shape: holder, member: None };
                    events.error(PROPERTIES, at, message).at(&second.origin);
                }
            }
        }
    }
    let others = links.operations.iter().filter_map(|link| graph.target(link));
    for operation in others {
        for structure in [graph.input(operation), graph.output(operation)].into_iter().flatten() {
            used.extend(structure.members.values().map(property_name));
        }
    }
    for (name, link) in links.properties.iter().filter(|(name, _)| !used.contains(name.as_str())) {
        let message = format!(
            "no lifecycle operation has the property `{name}` of `{}` in its input or output",
            resource.id.name
        );
        events.error(PROPERTIES, node, message).at(&link.origin);
    }
}

fn property_name(member: &Member) -> &str {
    let applied = prelude_trait(&member.traits, "property");
    applied.and_then(|applied| text(applied, "name")).unwrap_or(&member.name)
}

fn is_no_property(graph: &Graph<'_>, member: &Member) -> bool {
    member.traits.iter().any(|(id, _)| {
        matches!(id, "smithy.api#notProperty" | "smithy.api#nestedProperties")
            || graph
                .find(id)
                .and_then(|index| graph.node(index))
                .is_some_and(|definition| definition.has("notProperty"))
    })
}
