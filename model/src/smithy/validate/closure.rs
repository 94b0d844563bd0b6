//! Shape closures: the metadata `shapeClosures`.

use super::{
    event::Events,
    graph::{Graph, Index},
    selector::Selector,
    suppress,
};
use crate::{api::Value, diagnostic::Severity};
use std::collections::{BTreeMap, BTreeSet};

const ID: &str = "ShapeClosure";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    let entries = suppress::entries(graph, "shapeClosures", events);
    for (entry, origin) in entries {
        let Some(id) = entry.get("id").and_then(Value::as_str) else { continue };
        let error = |message: String, events: &mut Events| {
            events.global(ID, Severity::Error, &origin, message);
        };
        if graph.find(id).is_some() {
            error(format!("the shape closure `{id}` has the name of a shape"), events);
        }
        let namespaces = entry.get("includeNamespaces").and_then(Value::as_array);
        let namespaces: Vec<&str> =
            namespaces.unwrap_or_default().iter().filter_map(Value::as_str).collect();
        let selector = entry.get("includeBySelector").and_then(Value::as_str);
        if namespaces.is_empty() && selector.is_none() {
            let message = format!(
                "the shape closure `{id}` needs `includeNamespaces`, `includeBySelector` or both"
            );
            error(message, events);
            continue;
        }
        let mut roots = in_namespaces(graph, &namespaces);
        match selector.filter(|text| !text.is_empty()).map(Selector::parse) {
            None => {}
            Some(Err(problem)) => {
                error(format!("the selector of the shape closure `{id}` {problem}"), events);
                continue;
            }
            Some(Ok(selector)) => {
                let what = format!("the shape closure `{id}`");
                let selected = selector.select_or_warn(graph, &what, &origin, events);
                let Some(selected) = selected else { continue };
                let before = roots.len();
                roots.extend(selected);
                if roots.len() == before {
                    let message =
                        format!("the selector of the shape closure `{id}` adds nothing to it");
                    let sub = format!("{ID}.EmptySelector.{id}");
                    events.global(&sub, Severity::Danger, &origin, message);
                }
            }
        }
        for namespace in namespaces {
            if in_namespaces(graph, &[namespace]).is_empty() {
                let message =
                    format!("the shape closure `{id}` names `{namespace}`, which has no shapes");
                let sub = format!("{ID}.EmptyNamespace.{id}");
                events.global(&sub, Severity::Danger, &origin, message);
            }
        }
        let closure: BTreeSet<Index> = graph
            .closure_of(roots, false, |edge| edge.relation.is_followed())
            .into_iter()
            .collect();
        let renames = entry.get("rename").and_then(Value::as_object);
        for from in renames.into_iter().flatten().map(|(from, _)| from) {
            if graph.find(from).is_some_and(|index| !closure.contains(&index)) {
                let message = format!(
                    "the shape closure `{id}` gives `{from}` a name, and has no such shape"
                );
                events.global(ID, Severity::Error, &origin, message);
            }
        }
        let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in closure.iter().filter_map(|&index| graph.node(index)) {
            let shape = node.shape.id.to_string();
            let renamed = renames.and_then(|renames| renames.get(&shape)).and_then(Value::as_str);
            let name = renamed.unwrap_or(&node.shape.id.name).to_lowercase();
            if node.member.is_none() {
                named.entry(name).or_default().insert(shape);
            }
        }
        let conflict = named.into_values().find(|shapes| shapes.len() > 1);
        if let Some(shapes) = conflict {
            let shapes: Vec<String> = shapes.iter().map(|shape| format!("`{shape}`")).collect();
            let message =
                format!("shapes of the shape closure `{id}` have one name: {}", shapes.join(", "));
            let sub = format!("{ID}.NameConflicts.{id}");
            events.global(&sub, Severity::Warning, &origin, message);
        }
    }
}

fn in_namespaces(graph: &Graph<'_>, namespaces: &[&str]) -> BTreeSet<Index> {
    let nodes = graph.nodes().filter(|(_, node)| {
        node.member.is_none() && namespaces.contains(&node.shape.id.namespace.as_str())
    });
    nodes.map(|(index, _)| index).collect()
}
