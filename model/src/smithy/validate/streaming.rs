//! Streams: blobs and unions of events.

use super::{
    event::Events,
    graph::{Graph, Node, Relation, knows, prelude_trait},
};
use crate::smithy::{
    document::Kind,
    model::{Member, Shape},
};

const ID: &str = "StreamingTrait";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, node) in graph.own() {
        match node.member {
            None => {
                if node.is(Kind::Union) && node.has("streaming") {
                    event_members(graph, node, events);
                } else if node.is(Kind::Structure) {
                    event_payload(node, events);
                }
            }
            Some(member) => {
                let Some(target) = graph.target(&member.target) else { continue };
                if prelude_trait(&target.traits, "streaming").is_some() {
                    blob(node, target, events);
                    container(graph, node, target, events);
                }
            }
        }
    }
    for (index, service) in graph.own_of(Kind::Service) {
        let mut protocols = graph.protocols(service).into_iter();
        if !protocols.any(|(protocol, _)| knows(protocol, "smithy.api#httpPayload")) {
            continue;
        }
        for index in graph.closure(index, false, |edge| edge.relation.is_followed()) {
            let Some(node) = graph.node(index) else { continue };
            let target = node.member.and_then(|member| graph.target(&member.target));
            let streams = target.is_some_and(|it| prelude_trait(&it.traits, "streaming").is_some());
            if streams && !node.has("httpPayload") {
                let message = format!(
                    "`{}` is streamed, and so must be the whole body of a request or response",
                    node.name()
                );
                events.error(ID, node, message).help("give it the trait `httpPayload`");
            }
        }
    }
}

fn event_members(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let mut bad = node.shape.members.values().filter(|member| {
        graph.target(&member.target).is_some_and(|target| target.kind != Kind::Structure)
    });
    if let Some(member) = bad.next() {
        let message = format!(
            "`{}` is a stream of events, and `{}` is no structure",
            node.name(),
            member.name
        );
        events.error(ID, node, message).at(&member.target.origin);
    }
}

/// What is the payload of an event leaves other members only its headers.
fn event_payload(node: Node<'_>, events: &mut Events) {
    let members = || node.shape.members.values();
    let has = |member: &Member, name: &str| prelude_trait(&member.traits, name).is_some();
    let Some(payload) = members().find(|member| has(member, "eventPayload")) else { return };
    let lost: Vec<String> = members()
        .filter(|member| !has(member, "eventPayload") && !has(member, "eventHeader"))
        .map(|member| format!("`{}`", member.name))
        .collect();
    if !lost.is_empty() {
        let message = format!(
            "`{}` is all of the payload of `{}`, and leaves no place for {}",
            payload.name,
            node.name(),
            lost.join(", ")
        );
        events
            .error("EventPayloadTrait", node, message)
            .related(&payload.origin, "the payload")
            .help("give the others the trait `eventHeader`");
    }
}

fn blob(node: Node<'_>, target: &Shape, events: &mut Events) {
    if target.kind == Kind::Blob && !node.has("required") && !node.has("default") {
        let message =
            format!("`{}` is streamed, and so must be `required` or have a default", node.name());
        events.error(ID, node, message);
    }
}

/// A structure with a stream can only be an input or output.
fn container(graph: &Graph<'_>, node: Node<'_>, target: &Shape, events: &mut Events) {
    let structure = node.shape;
    let Some(index) = graph.shape(&structure.id) else { return };
    for edge in graph.to(index) {
        let Some(other) = graph.node(edge.other) else { continue };
        match edge.relation {
            Relation::Input
            | Relation::Mixin
            | Relation::MemberContainer
            | Relation::Bound
            | Relation::Trait => {}
            Relation::Output => {
                if prelude_trait(&target.traits, "requiresLength").is_some() {
                    let message = format!(
                        "`{}` holds a stream whose length must be known, and so can only be an \
                         input: `{}` has it as output",
                        structure.id.name,
                        other.name()
                    );
                    events.error(ID, Node { shape: structure, member: None }, message);
                }
            }
            relation => {
                let message = format!(
                    "`{}` has the {} `{}`, which holds a stream and so can only be the input or \
                     output of an operation",
                    other.name(),
                    relation.name(),
                    structure.id.name
                );
                events.error(ID, other, message);
            }
        }
    }
}
