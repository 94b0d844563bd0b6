//! Traits are applied to what they are for, and together with what they go with.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, text},
    selector::{Evaluation, Selector, warn_of_giving_up},
    trait_value::short,
};
use crate::{
    api::Value,
    smithy::{document::Kind, model::Shape},
};
use std::collections::HashMap;

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    targets(graph, events);
    for (index, node) in graph.own() {
        conflicts(graph, node, events);
        if node.is(Kind::Structure) {
            exclusive(graph, index, node, events);
        }
        uses(graph, node, events);
    }
}

/// Traits on what their selectors do not select.
fn targets(graph: &Graph<'_>, events: &mut Events) {
    let mut applied: HashMap<&str, Vec<Index>> = HashMap::new();
    for (index, node) in graph.own() {
        for (id, _) in node.traits().iter() {
            applied.entry(id).or_default().push(index);
        }
    }
    let mut ids: Vec<&str> = applied.keys().copied().collect();
    // What the model's own selectors use up does not keep the traits that we know from being checked.
    let is_own = |id: &str| {
        let definition = graph.find(id).and_then(|index| graph.node(index));
        definition.is_some_and(|definition| definition.is_own())
    };
    ids.sort_unstable_by_key(|id| (is_own(id), *id));
    for id in ids {
        let definition = graph.find(id).and_then(|index| graph.node(index));
        let Some(definition) = definition else { continue };
        let places = applied.get(id).map(Vec::as_slice).unwrap_or_default();
        if definition.has("mixin") {
            for node in places.iter().filter_map(|&index| graph.node(index)) {
                let message = format!(
                    "the trait `{}` is a mixin, and cannot be applied to `{}`",
                    short(id),
                    node.name()
                );
                let at = node.traits().get(id).map_or(node.origin(), |applied| &applied.origin);
                events.error("TraitTarget", node, message).at(at);
            }
            continue;
        }
        let Some(selector) = definition.get("trait").and_then(|made| text(made, "selector")) else {
            continue;
        };
        if selector.trim() == "*" {
            continue;
        }
        let parsed = match Selector::parse(selector) {
            Ok(parsed) => parsed,
            Err(problem) => {
                if definition.is_own() {
                    let message = format!("the selector of the trait `{}` {problem}", short(id));
                    events.error("Model", definition, message);
                }
                continue;
            }
        };
        let mut evaluation = Evaluation::new(graph);
        let selected = evaluation.among(&parsed, places);
        if evaluation.gave_up() {
            let what = format!("whether the trait `{}` can be where it is", short(id));
            let place = places.first().and_then(|&index| graph.node(index)?.traits().get(id));
            if let Some(applied) = place {
                warn_of_giving_up(&what, &applied.origin, events);
            }
            continue;
        }
        for &index in places.iter().filter(|index| !selected.contains(index)) {
            let Some(node) = graph.node(index) else { continue };
            let Some(at) = node.traits().get(id) else { continue };
            let message = format!(
                "the trait `{}` cannot be applied to `{}`, which is a {}: it is for what the \
                 selector `{selector}` selects",
                short(id),
                node.name(),
                node.kind_name(),
            );
            events.error("TraitTarget", node, message).at(&at.origin);
        }
    }
}

fn definition<'m>(graph: &Graph<'m>, id: &str) -> Option<&'m Shape> {
    Some(graph.node(graph.find(id)?)?.shape)
}

fn conflicts(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let mut found = Vec::new();
    for (id, _) in node.traits().iter() {
        let made = definition(graph, id).and_then(|shape| shape.traits.get("smithy.api#trait"));
        let list = made.and_then(|made| made.value().get("conflicts")).and_then(Value::as_array);
        for other in list.unwrap_or_default().iter().filter_map(Value::as_str) {
            let other_id = match other.contains('#') {
                true => other.to_owned(),
                false => format!("smithy.api#{other}"),
            };
            if node.traits().has(&other_id) {
                let is_new = found.iter().all(|&(first, second)| {
                    (short(first), short(second)) != (short(other), short(id))
                });
                if is_new {
                    found.push((id, other));
                }
            }
        }
    }
    let Some(&(first, _)) = found.first() else { return };
    let pairs: Vec<String> =
        found.iter().map(|(id, other)| format!("`{}` and `{}`", short(id), short(other))).collect();
    let message =
        format!("`{}` has traits that exclude each other: {}", node.name(), pairs.join(", "));
    let place = node.traits().get(first).map(|applied| &applied.origin);
    events.error("TraitConflict", node, message).at(place.unwrap_or(node.origin()));
}

/// Traits that only one member of a structure may have, or only one member may target.
fn exclusive(graph: &Graph<'_>, index: Index, node: Node<'_>, events: &mut Events) {
    let mut seen: HashMap<(&str, bool), Vec<&str>> = HashMap::new();
    let members = graph.from(index).iter().filter(|edge| edge.relation == Relation::Member);
    for member in members.filter_map(|edge| graph.node(edge.other)?.member) {
        for (id, _) in member.traits.iter() {
            if is_exclusive(graph, id, "member") {
                seen.entry((id, false)).or_default().push(&member.name);
            }
        }
        let Some(target) = graph.target(&member.target) else { continue };
        for (id, _) in target.traits.iter() {
            if is_exclusive(graph, id, "target") {
                seen.entry((id, true)).or_default().push(&member.name);
            }
        }
    }
    let mut seen: Vec<_> = seen.into_iter().filter(|(_, names)| names.len() > 1).collect();
    seen.sort_unstable();
    for ((id, by_target), names) in seen {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let what = if by_target { "target a shape with" } else { "have" };
        let message = format!(
            "only one member of a structure can {what} the trait `{}`, and in `{}` {} do",
            short(id),
            node.name(),
            names.join(", ")
        );
        events.error("ExclusiveStructureMemberTrait", node, message);
    }
}

fn is_exclusive(graph: &Graph<'_>, id: &str, by: &str) -> bool {
    let made = definition(graph, id).and_then(|shape| shape.traits.get("smithy.api#trait"));
    made.and_then(|made| text(made, "structurallyExclusive")) == Some(by)
}

/// Traits that are deprecated or unstable, or not known.
fn uses(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    for (id, applied) in node.traits().iter() {
        let Some(shape) = definition(graph, id) else {
            let message = format!(
                "nothing defines the trait `{id}`, so that its value is not checked, and that it \
                 means nothing to Farrier"
            );
            events.warning("Model.UnresolvedTrait", node, message).at(&applied.origin);
            continue;
        };
        let definition = Node { shape, member: None };
        if let Some(deprecated) = definition.get("deprecated") {
            let mut message = format!("the trait `{}` is deprecated", short(id));
            if let Some(since) = text(deprecated, "since") {
                message += &format!(" since {since}");
            }
            if let Some(said) = text(deprecated, "message") {
                message += &format!(": {said}");
            }
            // What only the language's first version has comes under a name of its own.
            let is_first = matches!(id, "smithy.api#enum" | "smithy.api#box");
            let name = if is_first { "ModelDeprecation" } else { "DeprecatedTrait" };
            events.warning(name, node, message).at(&applied.origin);
        }
        if definition.has("unstable") {
            let message = format!("the trait `{}` is unstable, and may change", short(id));
            events.warning(&format!("UnstableTrait.{id}"), node, message).at(&applied.origin);
        }
    }
}
