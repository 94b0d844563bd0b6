//! What a service binds: names, renames, each operation and resource once, authentication.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait},
};
use crate::{
    api::{ShapeId, Value},
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::{Shape, Traits},
        prelude,
    },
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (index, service) in graph.own_of(Kind::Service) {
        let closure = graph.closure(index, false, |edge| edge.relation.is_followed());
        names(graph, service, &closure, events);
        renames(graph, service, &closure, events);
        bound_once(graph, index, service, events);
        schemes(graph, index, service, events);
        inline_documents(graph, service, &closure, events);
    }
}

const SERVICE: &str = "Service";

/// Names in a service must differ by more than case.
fn names(graph: &Graph<'_>, service: &Shape, closure: &[Index], events: &mut Events) {
    let renames: HashMap<_, _> =
        service.links.rename.iter().map(|(link, name)| (&link.id, name)).collect();
    let mut named: BTreeMap<String, Vec<&Shape>> = BTreeMap::new();
    for node in closure.iter().filter_map(|&index| graph.node(index)) {
        let id = &node.shape.id;
        // Nothing is ever called after the prelude's `Unit`.
        let is_unit = id.namespace == prelude::NAMESPACE && id.name == "Unit";
        if node.member.is_none() && !is_unit {
            let name = renames.get(id).map_or(id.name.as_str(), |name| name.as_str());
            named.entry(name.to_lowercase()).or_default().push(node.shape);
        }
    }
    let mut known = Known::new();
    for (_, mut shapes) in named.into_iter().filter(|(_, shapes)| shapes.len() > 1) {
        shapes.sort_by(|left, right| left.id.cmp(&right.id));
        // Each says one other: of two that must not have one name, one at least is unlike the first.
        let [first, second, ..] = shapes.as_slice() else { continue };
        for shape in &shapes {
            let other = if shape.id == first.id { second } else { first };
            let node = Node { shape, member: None };
            if !node.is_own() {
                continue;
            }
            let message = format!(
                "`{}` and `{}` have one name in the service `{}`",
                shape.id, other.id, service.id.name
            );
            events
                .add(SERVICE, conflict(graph, shape, other, &mut known), node, message)
                .related(&other.origin, "the other one")
                .help("give one of them another name in the service's `rename`");
        }
    }
}

/// How bad it is that two shapes have one name, as far as that is known of lists.
type Known<'m> = HashMap<(&'m ShapeId, &'m ShapeId), Severity>;

/// How bad it is that two shapes have one name: simple shapes and lists that are alike may.
fn conflict<'m>(
    graph: &Graph<'m>,
    mut one: &'m Shape,
    mut other: &'m Shape,
    known: &mut Known<'m>,
) -> Severity {
    let is_nameless = |shape: &Shape| {
        !matches!(
            shape.kind,
            Kind::Map
                | Kind::Structure
                | Kind::Union
                | Kind::Service
                | Kind::Resource
                | Kind::Operation
        )
    };
    // Lists are as bad as what they hold.
    let mut lists = Vec::new();
    let mut seen = HashSet::new();
    let severity = loop {
        if !is_nameless(one)
            || !is_nameless(other)
            || one.kind != other.kind
            || !alike(&one.traits, &other.traits)
            || matches!(one.kind, Kind::Enum | Kind::IntEnum)
        {
            break Severity::Error;
        }
        if !matches!(one.kind, Kind::List | Kind::Set) {
            break Severity::Note;
        }
        if let Some(severity) = known.get(&(&one.id, &other.id)) {
            break *severity;
        }
        lists.push((&one.id, &other.id));
        let (Some(left), Some(right)) = (one.members.get("member"), other.members.get("member"))
        else {
            break Severity::Warning;
        };
        if !alike(&left.traits, &right.traits) {
            break Severity::Error;
        }
        let (Some(left), Some(right)) = (graph.target(&left.target), graph.target(&right.target))
        else {
            break Severity::Warning;
        };
        if left.id == right.id || !seen.insert(&one.id) {
            break Severity::Warning;
        }
        (one, other) = (left, right);
    };
    if lists.is_empty() {
        return severity;
    }
    let severity = severity.max(Severity::Warning);
    known.extend(lists.into_iter().map(|pair| (pair, severity)));
    severity
}

fn alike(left: &Traits, right: &Traits) -> bool {
    left.0.len() == right.0.len()
        && left
            .iter()
            .all(|(id, one)| right.get(id).is_some_and(|other| one.value() == other.value()))
}

fn renames(graph: &Graph<'_>, service: &Shape, closure: &[Index], events: &mut Events) {
    let node = Node { shape: service, member: None };
    let closure: HashSet<Index> = closure.iter().copied().collect();
    for (link, name) in &service.links.rename {
        let from = &link.id;
        let found = graph.find(&from.to_string()).filter(|index| closure.contains(index));
        let found = found.and_then(|index| graph.node(index));
        let mut error = |message: String| {
            events.error(SERVICE, node, message).at(&link.origin);
        };
        if !crate::smithy::document::is_identifier(name) {
            error(format!("`rename` gives `{from}` the name `{name}`, which is no identifier"));
        } else if *name == from.name {
            error(format!("`rename` gives `{from}` the name that it has"));
        }
        match found {
            None => {
                // What names no shape at all has been reported.
                error(format!("`rename` names `{from}`, which is not in the service"));
            }
            Some(found)
                if found.member.is_some()
                    || matches!(found.shape.kind, Kind::Resource | Kind::Operation) =>
            {
                error(format!(
                    "`rename` names `{from}`, and a {} cannot be renamed",
                    found.kind_name()
                ));
            }
            Some(_) => {}
        }
    }
}

/// An operation or resource must have one place in a service.
fn bound_once(graph: &Graph<'_>, index: Index, service: &Shape, events: &mut Events) {
    let mut containers = vec![index];
    containers.extend(graph.resources(index));
    let mut bound: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
    for container in containers {
        for edge in graph.from(container) {
            if matches!(edge.relation, Relation::Operation | Relation::Resource) {
                bound.entry(edge.other).or_default().insert(container);
            }
        }
    }
    for (index, containers) in bound.into_iter().filter(|(_, containers)| containers.len() > 1) {
        let Some(node) = graph.node(index) else { continue };
        let id = match node.shape.kind {
            Kind::Operation => "SingleOperationBinding",
            Kind::Resource => "SingleResourceBinding",
            _ => continue,
        };
        let names = containers.iter().filter_map(|&index| graph.node(index));
        let names: Vec<String> = names.map(|node| format!("`{}`", node.name())).collect();
        let message = format!(
            "`{}` has more than one place in the service `{}`: {}",
            node.name(),
            service.id.name,
            names.join(", ")
        );
        events.error(id, node, message);
    }
}

/// What `auth` names must be among what the service has.
fn schemes(graph: &Graph<'_>, index: Index, service: &Shape, events: &mut Events) {
    let known = graph.marked(&service.traits, "authDefinition");
    let node = Node { shape: service, member: None };
    if known.len() > 1 && !node.has("auth") {
        let message = format!(
            "`{}` can be called in several ways of authentication, and has no trait `auth` that \
             says which comes first: their names do",
            service.id.name
        );
        events.warning("ServiceAuthDefinitions", node, message);
    }
    let operations = graph.operations(index).into_iter().filter_map(|index| graph.node(index));
    for node in operations.chain([node]) {
        let Some(auth) = node.get("auth") else { continue };
        let ids = auth.value().as_array().unwrap_or_default().iter().filter_map(Value::as_str);
        let missing =
            ids.filter(|id| known.iter().all(|(definition, _)| definition.id.to_string() != *id));
        let missing: Vec<String> = missing.map(|id| format!("`{id}`")).collect();
        if missing.is_empty() {
            continue;
        }
        let message = format!(
            "`auth` of `{}` names {}, which the service `{}` has not",
            node.name(),
            missing.join(", "),
            service.id.name
        );
        events.danger("AuthTrait", node, message).at(&auth.origin);
    }
}

/// Some protocols have no way to write documents.
fn inline_documents(graph: &Graph<'_>, service: &Shape, closure: &[Index], events: &mut Events) {
    for (protocol, applied) in graph.protocols(service) {
        let made = prelude_trait(&protocol.traits, "protocolDefinition");
        let refuses = made.and_then(|made| made.value().get("noInlineDocumentSupport"));
        if refuses.and_then(Value::as_bool) != Some(true) {
            continue;
        }
        let mut nodes = closure.iter().filter_map(|&index| graph.node(index));
        if let Some(document) = nodes.find(|node| node.is(Kind::Document)) {
            let message = format!(
                "`{}` has the document `{}`, which the protocol `{}` cannot write",
                service.id.name, document.shape.id.name, protocol.id.name
            );
            events
                .error("NoInlineDocumentSupport", Node { shape: service, member: None }, message)
                .at(&applied.origin);
        }
    }
}
