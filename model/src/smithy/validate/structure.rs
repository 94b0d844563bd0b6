//! Members of structures, unions and enums: their names, and what they may be.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait, text},
    http_binding::json_name,
};
use crate::{
    api::{Number, Value},
    smithy::{document::Kind, model::Shape},
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    id_conflicts(graph, events);
    for (index, node) in graph.own() {
        if node.member.is_some() {
            member(graph, node, events);
            continue;
        }
        match node.shape.kind {
            Kind::Structure | Kind::Union => json_names(node, events),
            Kind::Enum | Kind::IntEnum => enum_values(node.shape, events),
            _ => {}
        }
        access(graph, index, node, events);
        mixins(graph, node, events);
    }
    for (index, node) in graph.own().filter(|(_, node)| node.member.is_some()) {
        access(graph, index, node, events);
    }
}

/// Ids must differ by more than case: of shapes in a namespace, of members in a shape.
fn id_conflicts(graph: &Graph<'_>, events: &mut Events) {
    let mut named: BTreeMap<String, Vec<Node<'_>>> = BTreeMap::new();
    for (_, node) in graph.own() {
        named.entry(node.id().to_lowercase()).or_default().push(node);
    }
    for nodes in named.into_values().filter(|nodes| nodes.len() > 1) {
        for node in &nodes {
            let Some(other) = nodes.iter().find(|other| other.id() != node.id()) else { continue };
            let message = format!("`{}` and `{}` differ only in case", node.id(), other.id());
            events
                .error("ShapeIdConflict", *node, message)
                .related(other.origin(), "the other one");
        }
    }
}

fn json_names(node: Node<'_>, events: &mut Events) {
    let mut named: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for member in node.shape.members.values() {
        named.entry(json_name(member)).or_default().push(member);
    }
    for (name, members) in named {
        let [first, second, ..] = members.as_slice() else { continue };
        let message = format!(
            "`{}` and `{}` of `{}` are both called `{name}` in JSON",
            first.name, second.name, node.shape.id.name
        );
        events
            .error("JsonName", node, message)
            .at(&second.origin)
            .related(&first.origin, "first here");
    }
}

fn member(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let Some(member) = node.member else { return };
    let Some(target) = graph.target(&member.target) else { return };
    let kind = node.shape.kind;
    let target_node = Node { shape: target, member: None };
    if target_node.has("unitType") && !matches!(kind, Kind::Union | Kind::Enum | Kind::IntEnum) {
        let message = format!(
            "`{}` cannot be `{}`: only members of a union can",
            node.name(),
            target.id.name
        );
        events.error("UnitType", node, message).at(&member.target.origin);
    }
    if kind == Kind::Union {
        if let Some(applied) = node.get("box") {
            let message = format!("`box` on `{}` means nothing: it is in a union", node.name());
            events.warning("Union", node, message).at(&applied.origin);
        }
        if target_node.get("default").is_some_and(|it| *it.value() != Value::Null) {
            let message = format!(
                "`{}` has a default, which means nothing for `{}`: it is in a union",
                target.id.name,
                node.name()
            );
            events.note("Union", node, message).at(&member.target.origin);
        }
    }
    if let Some(deprecated) = target_node.get("deprecated").filter(|_| target_node.is_own()) {
        let message = format!(
            "`{}` is `{}`, which is deprecated{}",
            node.name(),
            target.id.name,
            said(deprecated)
        );
        let id = format!("DeprecatedShape.{}", target.id);
        events.warning(&id, node, message).at(&member.target.origin);
    }
    if let Some(flat) = node.get("xmlFlattened")
        && !node.has("xmlName")
        && let Some(item) = target.members.get("member")
        && let Some(name) = prelude_trait(&item.traits, "xmlName")
        && name.value().as_str() != Some(&member.name)
    {
        let message = format!(
            "`{}` is flattened, so that `xmlName` of `{}` means nothing: its items are called \
             `{}`",
            node.name(),
            target.id.name,
            member.name
        );
        events.warning("XmlFlattenedTrait", node, message).at(&flat.origin);
    }
}

fn said(deprecated: &crate::smithy::model::Applied) -> String {
    let since = text(deprecated, "since").map(|since| format!(" since {since}"));
    let message = text(deprecated, "message").map(|message| format!(": {message}"));
    since.unwrap_or_default() + &message.unwrap_or_default()
}

fn enum_values(shape: &Shape, events: &mut Events) {
    const ID: &str = "EnumShape";
    if shape.members.is_empty() {
        let node = Node { shape, member: None };
        events.error(ID, node, format!("`{}` has no values", shape.id.name));
    }
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for member in shape.members.values() {
        let node = Node { shape, member: Some(member) };
        let applied = prelude_trait(&member.traits, "enumValue");
        let value = applied.map(|applied| applied.value());
        let at = applied.map_or(&member.origin, |applied| &applied.value.origin);
        let problem = match (shape.kind, value) {
            (Kind::Enum, Some(Value::String(text))) if text.is_empty() => {
                Some(format!("the value of `{}` is empty", node.name()))
            }
            (Kind::Enum, Some(Value::String(_)) | None) => None,
            (Kind::Enum, Some(_)) => Some(format!("the value of `{}` is no string", node.name())),
            (_, Some(Value::Number(Number::Integer(value)))) => i32::try_from(*value)
                .is_err()
                .then(|| format!("the value of `{}` is more than 32 bits hold", node.name())),
            (_, None) => Some(format!("`{}` has no value", node.name())),
            (_, Some(_)) => Some(format!("the value of `{}` is no whole number", node.name())),
        };
        if let Some(problem) = problem {
            events.error(ID, node, problem).at(at);
        } else if let Some(first) =
            value.and_then(|value| seen.insert(format!("{value:?}"), &member.name))
        {
            let message =
                format!("`{first}` and `{}` of `{}` have one value", member.name, shape.id.name);
            events.error(ID, node, message).at(at);
        }
        let name = &member.name;
        let rest = |next: char| next.is_ascii_uppercase() || next.is_ascii_digit() || next == '_';
        let first = name.chars().next();
        if !first.is_some_and(|first| first.is_ascii_uppercase()) || !name.chars().all(rest) {
            let message = format!("`{name}` is better written in capitals, digits and underscores");
            events.warning(ID, node, message);
        }
    }
}

/// What is private is for its own namespace.
fn access(graph: &Graph<'_>, index: Index, node: Node<'_>, events: &mut Events) {
    const ID: &str = "PrivateAccess";
    // Of an operation of a resource, several relations say one thing.
    let mut seen = BTreeSet::new();
    for edge in graph.from(index) {
        if matches!(edge.relation, Relation::MemberContainer | Relation::Member | Relation::Bound) {
            continue;
        }
        let Some(other) = graph.node(edge.other) else { continue };
        let is_hidden = other.shape.id.namespace != node.shape.id.namespace && other.has("private");
        if !is_hidden || !seen.insert((edge.other, edge.relation == Relation::Trait)) {
            continue;
        }
        let what = edge.relation.name();
        let message = format!(
            "`{}` has the {what} `{}`, which is private to `{}`",
            node.name(),
            other.shape.id.name,
            other.shape.id.namespace
        );
        if edge.relation == Relation::Trait {
            let at = node.traits().get(&other.id()).map(|applied| &applied.origin);
            events.warning(ID, node, message).at(at.unwrap_or(node.origin()));
        } else if edge.relation.is_followed() {
            let at = node.member.map(|member| &member.target.origin);
            events.error(ID, node, message).at(at.unwrap_or(node.origin()));
        }
    }
}

fn mixins(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    for link in &node.shape.mixins {
        let Some(mixin) = graph.target(link) else { continue };
        if let Some(deprecated) = prelude_trait(&mixin.traits, "deprecated") {
            let message = format!(
                "`{}` has the mixin `{}`, which is deprecated{}",
                node.name(),
                mixin.id.name,
                said(deprecated)
            );
            let id = format!("DeprecatedShape.{}", mixin.id);
            events.warning(&id, node, message).at(&link.origin);
        }
    }
    if !node.has("mixin") {
        return;
    }
    for member in node.shape.members.values().filter(|member| !member.inherited) {
        if let Some(applied) = prelude_trait(&member.traits, "private") {
            let message = format!(
                "`private` on `{}${}` does not keep other namespaces from having it: make the \
                 mixin private",
                node.shape.id.name, member.name
            );
            let at = Node { shape: node.shape, member: Some(member) };
            events.warning("PrivateMixinMember", at, message).at(&applied.origin);
        }
    }
}
