//! Shapes must have values that end.

use super::{
    event::Events,
    graph::{Edge, Graph, Index, Node, Relation, prelude_trait},
};
use crate::smithy::{document::Kind, model::Member};
use std::collections::{HashMap, HashSet, VecDeque, hash_map::Entry};

const ID: &str = "ShapeRecursion";

/// Of so many shapes that hold themselves it is said how.
const MOST_WAYS: usize = 20;

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    let is_list = |kind| matches!(kind, Kind::List | Kind::Set | Kind::Map);
    let through_lists = |from: Node<'_>, _: Node<'_>| is_list(from.shape.kind);
    let through_required = |from: Node<'_>, to: Node<'_>| {
        from.shape.kind == Kind::Structure && (from.member.is_some() || to.has("required"))
    };
    circles(graph, &through_lists, events, |node, way| {
        format!("`{node}` holds itself, and nothing between is a structure or union{way}")
    });
    circles(graph, &through_required, events, |node, way| {
        format!("no value of `{node}` can be finished, since it must contain another one{way}")
    });
    unions(graph, events);
}

/// Whether values lead from one node to the next.
type Follows<'f> = &'f dyn Fn(Node<'_>, Node<'_>) -> bool;

/// Reports the shapes that lead back to themselves.
fn circles(
    graph: &Graph<'_>,
    follows: Follows<'_>,
    events: &mut Events,
    message: impl Fn(&str, &str) -> String,
) {
    let edge_counts = |from: Index, edge: &Edge| {
        matches!(edge.relation, Relation::Member | Relation::MemberTarget)
            && match (graph.node(from), graph.node(edge.other)) {
                (Some(from), Some(to)) => follows(from, to),
                _ => false,
            }
    };
    let circular = graph.circular(edge_counts);
    let mut said = 0;
    for (index, node) in graph.own().filter(|(_, node)| node.member.is_none()) {
        if !circular.contains(&index) {
            continue;
        }
        said += 1;
        let way = if said > MOST_WAYS { None } else { way_back(graph, index, &edge_counts) };
        let way = way.map(|way| format!(": {way}")).unwrap_or_default();
        let event = events.error(ID, node, message(&node.name(), &way));
        if node.shape.kind == Kind::Structure {
            event.help("make one of the members optional");
        }
    }
}

/// The shortest way from a shape through members back to itself.
fn way_back(
    graph: &Graph<'_>,
    start: Index,
    counts: &impl Fn(Index, &Edge) -> bool,
) -> Option<String> {
    let mut from: HashMap<Index, Index> = HashMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(at) = waiting.pop_front() {
        for edge in graph.from(at).iter().filter(|edge| counts(at, edge)) {
            if edge.other == start {
                let mut way = Vec::new();
                let mut at = Some(at);
                while let Some(index) = at.filter(|index| *index != start) {
                    let node = graph.node(index)?;
                    if node.member.is_some() {
                        way.push(format!("`{}`", node.name()));
                    }
                    at = from.get(&index).copied();
                }
                way.reverse();
                let more = if way.len() > 8 { " → …" } else { "" };
                way.truncate(8);
                return Some(way.join(" → ") + more);
            }
            if let Entry::Vacant(entry) = from.entry(edge.other) {
                entry.insert(at);
                waiting.push_back(edge.other);
            }
        }
    }
    None
}

/// Unions without finite values: what is left when, again and again, those are taken away that need none
/// of the others. A union needs one of its members, a structure its required ones.
fn unions(graph: &Graph<'_>, events: &mut Events) {
    let mut open: HashMap<Index, usize> = HashMap::new();
    let mut finite: Vec<Index> = Vec::new();
    for (index, node) in graph.nodes().filter(|(_, node)| node.member.is_none()) {
        let needed = node.shape.members.values().filter(|member| needs(node, member)).count();
        let is_union = node.shape.kind == Kind::Union && needed > 0;
        if needed == 0 {
            finite.push(index);
        }
        open.insert(index, if is_union { 1 } else { needed });
    }
    let mut ends: HashSet<Index> = HashSet::new();
    while let Some(index) = finite.pop() {
        if !ends.insert(index) {
            continue;
        }
        let members = graph.to(index).iter().filter(|edge| edge.relation == Relation::MemberTarget);
        for node in members.filter_map(|edge| graph.node(edge.other)) {
            if !node.member.is_some_and(|member| needs(node, member)) {
                continue;
            }
            let Some(container) = graph.shape(&node.shape.id) else { continue };
            let Some(count) = open.get_mut(&container) else { continue };
            *count = count.saturating_sub(1);
            if *count == 0 {
                finite.push(container);
            }
        }
    }
    for (index, node) in graph.own().filter(|(_, node)| node.is(Kind::Union)) {
        if !ends.contains(&index) {
            let message = format!("no value of the union `{}` can be finished", node.name());
            events.error(ID, node, message);
        }
    }
}

/// Whether a value of the shape may not be there without this member.
fn needs(node: Node<'_>, member: &Member) -> bool {
    match node.shape.kind {
        Kind::Union => true,
        Kind::Structure => prelude_trait(&member.traits, "required").is_some(),
        _ => false,
    }
}
