//! What protocols cannot do: carry lists as payloads, tell errors of one code apart, rename errors.

use super::super::{
    event::Events,
    graph::{Graph, Index, Node, prelude_trait, text},
};
use crate::{
    api::Value,
    smithy::{document::Kind, model::Shape},
};
use std::collections::{BTreeMap, BTreeSet};

/// The protocols that name an error by its shape.
const NAMING_ERRORS: [&str; 6] = [
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
];

/// The protocols that say over which versions of HTTP they go, with what a finding is called.
const OVER_HTTP: [(&str, &str); 6] = [
    ("aws.protocols#awsJson1_0", "ProtocolHttp"),
    ("aws.protocols#awsJson1_1", "ProtocolHttp"),
    ("aws.protocols#restJson1", "ProtocolHttp"),
    ("aws.protocols#restXml", "ProtocolHttp"),
    ("smithy.protocols#rpcv2Cbor", "Rpcv2CborTrait"),
    ("smithy.protocols#rpcv2Json", "Rpcv2JsonTrait"),
];

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    let mut payloads = BTreeSet::new();
    for (index, service) in graph.own_of(Kind::Service) {
        versions(service, events);
        let has = |id: &str| service.traits.has(id);
        if has("aws.protocols#restJson1") || has("aws.protocols#restXml") {
            payloads.extend(graph.operations(index));
        }
        if has("aws.protocols#awsQuery") || has("aws.protocols#awsQueryCompatible") {
            error_codes(graph, index, service, events);
        }
        if let Some(protocol) = NAMING_ERRORS.iter().find(|id| has(id)) {
            error_renames(graph, service, protocol, events);
        }
    }
    let mut seen = BTreeSet::new();
    for operation in payloads.into_iter().filter_map(|index| graph.node(index)) {
        payload(graph, operation.shape, &mut seen, events);
    }
}

/// Events go over no other versions of HTTP than everything else.
fn versions(service: &Shape, events: &mut Events) {
    for (protocol, id) in OVER_HTTP {
        let Some(applied) = service.traits.get(protocol) else { continue };
        let versions = |name| {
            let listed = applied.value().get(name).and_then(Value::as_array).unwrap_or_default();
            listed.iter().filter_map(Value::as_str)
        };
        let known: Vec<&str> = versions("http").collect();
        let more: Vec<String> = versions("eventStreamHttp")
            .filter(|version| !known.contains(version))
            .map(|version| format!("`{version}`"))
            .collect();
        if !more.is_empty() {
            let message = format!(
                "`eventStreamHttp` of the protocol of `{}` has {}, which its `http` has not",
                service.id.name,
                more.join(", ")
            );
            events
                .error(id, Node { shape: service, member: None }, message)
                .at(&applied.value.origin_at("/eventStreamHttp"));
        }
    }
}

/// The shapes of what an operation takes and gives, errors included.
fn messages<'m>(graph: &Graph<'m>, operation: &'m Shape) -> impl Iterator<Item = &'m Shape> {
    let errors = graph.errors(operation);
    [graph.input(operation), graph.output(operation)].into_iter().flatten().chain(errors)
}

fn payload<'m>(
    graph: &Graph<'m>,
    operation: &'m Shape,
    seen: &mut BTreeSet<&'m crate::api::ShapeId>,
    events: &mut Events,
) {
    for shape in messages(graph, operation) {
        if !seen.insert(&shape.id) {
            continue;
        }
        for member in shape.members.values() {
            let Some(applied) = prelude_trait(&member.traits, "httpPayload") else { continue };
            let Some(target) = graph.target(&member.target) else { continue };
            let fits = matches!(
                target.kind,
                Kind::String
                    | Kind::Enum
                    | Kind::Blob
                    | Kind::Structure
                    | Kind::Union
                    | Kind::Document
            );
            if !fits {
                let node = Node { shape, member: Some(member) };
                let message = format!(
                    "`{}` is a payload, and a {}: AWS's protocols take strings, blobs, structures, \
                     unions and documents",
                    node.name(),
                    target.kind.name()
                );
                events.error("ProtocolHttpPayload", node, message).at(&applied.origin);
            }
        }
    }
}

/// Query protocols tell errors apart by their codes alone.
fn error_codes(graph: &Graph<'_>, index: Index, service: &Shape, events: &mut Events) {
    let operations = graph.operations(index).into_iter().filter_map(|index| graph.node(index));
    let links = operations.flat_map(|node| node.shape.links.errors.iter());
    let mut codes: BTreeMap<&str, BTreeSet<&crate::api::ShapeId>> = BTreeMap::new();
    for link in links.chain(&service.links.errors) {
        let Some(error) = graph.target(link) else { continue };
        let applied = error.traits.get("aws.protocols#awsQueryError");
        let code = applied.and_then(|applied| text(applied, "code"));
        codes.entry(code.unwrap_or(&error.id.name)).or_default().insert(&error.id);
    }
    for (code, ids) in codes.into_iter().filter(|(_, ids)| ids.len() > 1) {
        let ids: Vec<String> = ids.iter().map(|id| format!("`{}`", id.name)).collect();
        let message = format!(
            "errors of `{}` have one code, `{code}`, so that a client cannot tell them apart: {}",
            service.id.name,
            ids.join(", ")
        );
        events.danger("QueryErrorCode", Node { shape: service, member: None }, message);
    }
}

fn error_renames(graph: &Graph<'_>, service: &Shape, protocol: &str, events: &mut Events) {
    for (link, name) in &service.links.rename {
        let Some(shape) = graph.target(link) else { continue };
        if prelude_trait(&shape.traits, "error").is_none() {
            continue;
        }
        let message = format!(
            "`rename` gives the error `{}` the name `{name}`, and the protocol `{protocol}` tells \
             clients the shape's own",
            shape.id
        );
        events
            .error("ErrorRename", Node { shape: service, member: None }, message)
            .at(&link.origin);
    }
}
