//! Services that tell clients their endpoints: `aws.api#clientEndpointDiscovery`.

use super::super::{
    event::Events,
    graph::{Graph, Index, Node, text},
};
use crate::smithy::{
    document::Kind,
    model::{Applied, Member, Shape},
};
use std::collections::BTreeSet;

const DISCOVERY: &str = "ClientEndpointDiscovery";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    let mut operations = BTreeSet::new();
    for (index, service) in graph.own_of(Kind::Service) {
        if let Some(applied) = service.traits.get("aws.api#clientEndpointDiscovery") {
            let operation = text(applied, "operation").and_then(|id| graph.find(id));
            operations.extend(operation);
            of_service(graph, index, service, applied, operation, events);
        }
    }
    for operation in operations.into_iter().filter_map(|index| graph.node(index)) {
        if operation.is(Kind::Operation) {
            input(graph, operation.shape, events);
            output(graph, operation.shape, events);
        }
    }
}

fn of_service(
    graph: &Graph<'_>,
    index: Index,
    service: &Shape,
    applied: &Applied,
    operation: Option<Index>,
    events: &mut Events,
) {
    let node = Node { shape: service, member: None };
    let name = &service.id.name;
    let error = text(applied, "error");
    if error.is_none() {
        let message = format!("`{name}` has no error that says that an endpoint is not valid");
        events
            .danger(&format!("{DISCOVERY}.MissingErrorDefinition"), node, message)
            .at(&applied.origin);
    }
    let bound = graph.operations(index);
    if let Some(operation) = operation.filter(|operation| !bound.contains(operation))
        && let Some(operation) = graph.node(operation)
    {
        let operation = operation.name();
        let message = format!(
            "`{operation}` tells clients the endpoints of `{name}`, which does not bind it"
        );
        events
            .error(&format!("{DISCOVERY}.UnboundOperation.{operation}"), node, message)
            .at(&applied.origin);
    }
    let mut discovered: Vec<Node<'_>> = bound
        .into_iter()
        .filter_map(|index| graph.node(index))
        .filter(|node| node.traits().has("aws.api#clientDiscoveredEndpoint"))
        .collect();
    discovered.sort_by(|left, right| left.shape.id.cmp(&right.shape.id));
    if discovered.is_empty() {
        let message =
            format!("no operation of `{name}` has the trait `aws.api#clientDiscoveredEndpoint`");
        events.warning(&format!("{DISCOVERY}.NoOperations"), node, message).at(&applied.origin);
    }
    let Some(error) = error else { return };
    for operation in discovered {
        if operation.shape.links.errors.iter().all(|link| link.id.to_string() != error) {
            let message = format!(
                "`{}` has endpoints that clients discover, and lacks the error `{error}` of `{name}`",
                operation.name()
            );
            events.error(DISCOVERY, operation, message);
        }
    }
}

fn input(graph: &Graph<'_>, operation: &Shape, events: &mut Events) {
    let Some(input) = graph.input(operation) else { return };
    let node = Node { shape: input, member: None };
    let is_known = |name: &String| matches!(name.as_str(), "Operation" | "Identifiers");
    if let Some(other) = input.members.keys().find(|name| !is_known(name)) {
        let message = format!(
            "`{}` tells clients endpoints, and its input can have `Operation` and `Identifiers`, not \
             `{other}`",
            operation.id.name
        );
        events.error(DISCOVERY, node, message);
    }
    if let Some(member) = input.members.get("Operation")
        && let Some(target) = graph.target(&member.target)
        && !is_string(target)
    {
        let message = format!("`Operation` of `{}` must be a string", input.id.name);
        let target = Node { shape: target, member: None };
        events.error(DISCOVERY, target, message).at(&member.target.origin);
    }
    if let Some(member) = input.members.get("Identifiers") {
        let target = graph.target(&member.target).filter(|target| target.kind == Kind::Map);
        let is_strings = target.is_some_and(|map| {
            map.members.values().all(|part| graph.target(&part.target).is_some_and(is_string))
        });
        if !is_strings {
            let message = format!("`Identifiers` of `{}` must be a map of strings", input.id.name);
            events.error(DISCOVERY, Node { shape: input, member: Some(member) }, message);
        }
    }
}

fn output(graph: &Graph<'_>, operation: &Shape, events: &mut Events) {
    let output = graph.output(operation);
    let members = output.into_iter().flat_map(|output| output.members.values());
    let members: Vec<&Member> = members.collect();
    let (Some(output), [member]) = (output, members.as_slice()) else {
        return no_endpoints(operation, events);
    };
    if member.name != "Endpoints" {
        return no_endpoints(operation, events);
    }
    let list = graph.target(&member.target).filter(|target| target.kind == Kind::List);
    let Some(list) = list else {
        let message = format!("`Endpoints` of `{}` must be a list", output.id.name);
        events.error(DISCOVERY, Node { shape: output, member: Some(member) }, message);
        return;
    };
    let item = list.members.get("member").and_then(|item| graph.target(&item.target));
    let Some(item) = item.filter(|item| item.kind == Kind::Structure) else {
        let message = format!("the endpoints in `{}` must be structures", list.id.name);
        events.error(DISCOVERY, Node { shape: list, member: None }, message);
        return;
    };
    let has = |name: &str, fits: fn(&Shape) -> bool| {
        let member = item.members.get(name);
        member.and_then(|member| graph.target(&member.target)).is_some_and(fits)
    };
    let is_long = |shape: &Shape| shape.kind == Kind::Long;
    if item.members.len() != 2
        || !has("Address", is_string)
        || !has("CachePeriodInMinutes", is_long)
    {
        let message = format!(
            "`{}` is an endpoint, and so must have the string `Address`, the long \
             `CachePeriodInMinutes`, and nothing else",
            item.id.name
        );
        events.error(DISCOVERY, Node { shape: item, member: None }, message);
    }
}

fn no_endpoints(operation: &Shape, events: &mut Events) {
    let message = format!(
        "`{}` tells clients endpoints, and so its output must have `Endpoints` and nothing else",
        operation.id.name
    );
    events.error(DISCOVERY, Node { shape: operation, member: None }, message);
}

fn is_string(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::String | Kind::Enum)
}
