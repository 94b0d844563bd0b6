//! Shapes must have values that end.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait},
};
use crate::smithy::{document::Kind, model::Shape};
use std::collections::HashSet;

const ID: &str = "ShapeRecursion";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    let is_list = |kind| matches!(kind, Kind::List | Kind::Set | Kind::Map);
    for (index, node) in graph.own().filter(|(_, node)| node.member.is_none()) {
        let kind = node.shape.kind;
        if is_list(kind) {
            if let Some(way) = way_back(graph, index, &|shape, _| is_list(shape.kind)) {
                let message = format!(
                    "`{}` holds itself, and nothing between is a structure or union: {way}",
                    node.name()
                );
                events.error(ID, node, message);
            }
        } else if kind == Kind::Structure {
            let required = |shape: &Shape, member: Node<'_>| {
                shape.kind == Kind::Structure && member.has("required")
            };
            if let Some(way) = way_back(graph, index, &required) {
                let message = format!(
                    "no value of `{}` can be finished, since it must contain another one: {way}",
                    node.name()
                );
                events.error(ID, node, message).help("make one of the members optional");
            }
        } else if kind == Kind::Union && !node.shape.members.is_empty() && !ends(graph, node.shape)
        {
            let message = format!("no value of the union `{}` can be finished", node.name());
            events.error(ID, node, message);
        }
    }
}

/// The way from a shape through members back to itself, if there is one.
fn way_back(
    graph: &Graph<'_>,
    start: Index,
    follows: &dyn Fn(&Shape, Node<'_>) -> bool,
) -> Option<String> {
    let mut seen = HashSet::new();
    // Each with the place of where it was come from.
    let mut reached: Vec<(Index, usize, String)> = vec![(start, 0, String::new())];
    let mut next = 0;
    while let Some(&(index, _, _)) = reached.get(next) {
        let shape = graph.node(index)?.shape;
        for member in shape.members.values() {
            let node = Node { shape, member: Some(member) };
            if !follows(shape, node) {
                continue;
            }
            let Some(target) = graph.shape(&member.target.id) else { continue };
            if target == start {
                let mut way = vec![format!("`{}`", node.name())];
                let mut at = next;
                while at > 0 {
                    let Some((_, before, name)) = reached.get(at) else { break };
                    way.push(name.clone());
                    at = *before;
                }
                way.reverse();
                way.truncate(8);
                return Some(way.join(" → "));
            }
            if seen.insert(target) {
                reached.push((target, next, format!("`{}`", node.name())));
            }
        }
        next += 1;
    }
    None
}

/// Whether a shape has values that end.
fn ends(graph: &Graph<'_>, start: &Shape) -> bool {
    let Some(start) = graph.shape(&start.id) else { return true };
    let closure = graph.closure(start, false, |edge| {
        matches!(edge.relation, Relation::Member | Relation::MemberTarget)
    });
    // Again and again, those end whose members end: of a union one, of a structure the required ones.
    let mut finite: HashSet<Index> = HashSet::new();
    loop {
        let before = finite.len();
        for &index in &closure {
            let Some(node) = graph.node(index) else { continue };
            if node.member.is_some() {
                continue;
            }
            let target_ends = |member: &crate::smithy::model::Member| {
                graph.shape(&member.target.id).is_none_or(|target| finite.contains(&target))
            };
            let mut members = node.shape.members.values();
            let is_finite = match node.shape.kind {
                Kind::Union => node.shape.members.is_empty() || members.any(target_ends),
                Kind::Structure => members
                    .filter(|member| prelude_trait(&member.traits, "required").is_some())
                    .all(target_ends),
                _ => true,
            };
            if is_finite {
                finite.insert(index);
            }
        }
        if finite.contains(&start) || finite.len() == before {
            return finite.contains(&start);
        }
    }
}
