//! Services and resources that can be tagged: `aws.api#tagEnabled` and `aws.api#taggable`.

use super::super::{
    event::Events,
    graph::{Graph, Index, Node, prelude_trait, text},
};
use crate::{
    api::Value,
    smithy::{
        document::{Kind, Lifecycle},
        model::{Applied, Member, Shape},
    },
};
use std::collections::BTreeSet;

const TAG_ENABLED: &str = "aws.api#tagEnabled";
const TAGGABLE: &str = "aws.api#taggable";
const RESOURCE: &str = "TaggableResource";

/// What tagging operations are called in `apiConfig`, and what they are called otherwise.
const OPERATIONS: [(&str, &str); 3] = [
    ("tagApi", "TagResource"),
    ("untagApi", "UntagResource"),
    ("listTagsApi", "ListTagsForResource"),
];

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, resource) in graph.own_of(Kind::Resource) {
        if let Some(applied) = resource.traits.get(TAGGABLE) {
            property(graph, resource, applied, events);
        }
    }
    let mut only_by_services = BTreeSet::new();
    for (index, service) in graph.own_of(Kind::Service) {
        let enabled = service.traits.get(TAG_ENABLED);
        let is_complete = of_service(graph, index, service, enabled, events);
        let resources = graph.resources(index).into_iter().filter_map(|index| graph.node(index));
        let (taggable, others): (Vec<_>, Vec<_>) =
            resources.partition(|node| node.traits().has(TAGGABLE));
        let node = Node { shape: service, member: None };
        let name = &service.id.name;
        match enabled {
            Some(applied) => {
                if taggable.is_empty() {
                    let message = format!("`{name}` is for tags, and has no resource that is");
                    events.error("TagEnabledService", node, message).at(&applied.origin);
                }
                for other in others.iter().filter(|node| node.traits().has("aws.api#arn")) {
                    let message = format!(
                        "`{}` has an ARN in a service that is for tags, and lacks the trait \
                         `aws.api#taggable`",
                        other.name()
                    );
                    events.warning(RESOURCE, *other, message);
                }
            }
            None if !taggable.is_empty() => {
                let message = format!(
                    "`{name}` has resources that can be tagged, and lacks the trait \
                     `aws.api#tagEnabled`"
                );
                events.warning(RESOURCE, node, message);
            }
            None => {}
        }
        for resource in taggable.into_iter().filter(|node| !has_own_operations(graph, node.shape)) {
            if is_complete {
                only_by_services.insert(graph.shape(&resource.shape.id));
            } else {
                let message = format!(
                    "`{}` can be tagged, and neither it nor the service `{name}` has operations \
                     for that",
                    resource.name()
                );
                events.danger(RESOURCE, resource, message);
            }
        }
    }
    for resource in only_by_services.into_iter().flatten().filter_map(|index| graph.node(index)) {
        if !resource.traits().has("aws.api#arn") {
            let message = format!(
                "`{}` is tagged by operations of its service, which need an ARN: it lacks the trait \
                 `aws.api#arn`",
                resource.name()
            );
            events.error(RESOURCE, resource, message);
        }
    }
}

/// Checks the operations with which a service tags its resources; whether all are there.
fn of_service(
    graph: &Graph<'_>,
    index: Index,
    service: &Shape,
    enabled: Option<&Applied>,
    events: &mut Events,
) -> bool {
    let node = Node { shape: service, member: None };
    let bound = &service.links.operations;
    let named = |name: &str| {
        let mut operations = bound.iter().filter_map(|link| graph.target(link));
        operations.find(|operation| operation.id.name == name)
    };
    let mut complete = !graph.operations(index).is_empty();
    for (key, default) in OPERATIONS {
        let configured = enabled.and_then(|enabled| configured(graph, enabled, key));
        let found = configured.or_else(|| named(default));
        let fits = found.is_some_and(|operation| {
            is_tagging(graph, key, operation)
                && graph
                    .input(operation)
                    .is_some_and(|input| input.members.keys().any(|name| is_arn(name)))
        });
        complete &= fits;
        let Some(enabled) = enabled else { continue };
        if let (Some(configured), Some(other)) = (configured, named(default))
            && configured.id != other.id
        {
            let message = format!(
                "`{}` has `{}` as `{key}`, so that its `{default}` means nothing to tools",
                service.id.name, configured.id.name
            );
            events.warning("TagEnabledService", node, message).at(&enabled.origin);
        }
        if found.is_none() {
            let message =
                format!("`{}` is for tags, and lacks the operation `{default}`", service.id.name);
            events.warning("ServiceTagging", node, message).at(&enabled.origin);
        } else if !fits {
            let message = format!(
                "`{}` is for tags, and its operation for `{key}` does not take and give what such \
                 an operation does",
                service.id.name
            );
            events.danger("ServiceTagging", node, message).at(&enabled.origin);
        }
    }
    let disabled = |enabled: &Applied| {
        enabled.value().get("disableDefaultOperations").and_then(Value::as_bool) == Some(true)
    };
    if let Some(enabled) = enabled.filter(|enabled| !complete && !disabled(enabled)) {
        let message = format!(
            "`{}` is for tags, and does not have all of `TagResource`, `UntagResource` and \
             `ListTagsForResource`",
            service.id.name
        );
        events.warning("TagEnabledService", node, message).at(&enabled.origin);
    }
    complete
}

/// An operation that the `apiConfig` of a trait names.
fn configured<'m>(graph: &Graph<'m>, applied: &Applied, key: &str) -> Option<&'m Shape> {
    let id = applied.value().get("apiConfig")?.get(key)?.as_str()?;
    graph.node(graph.find(id)?).filter(|node| node.is(Kind::Operation)).map(|node| node.shape)
}

/// Whether a resource names three operations of its own, and they take and give tags.
fn has_own_operations(graph: &Graph<'_>, resource: &Shape) -> bool {
    let Some(applied) = resource.traits.get(TAGGABLE) else { return false };
    OPERATIONS.iter().all(|(key, _)| {
        configured(graph, applied, key).is_some_and(|operation| is_tagging(graph, key, operation))
    })
}

/// Whether an operation takes or gives what one for this purpose does.
fn is_tagging(graph: &Graph<'_>, key: &str, operation: &Shape) -> bool {
    let message = match key {
        "listTagsApi" => graph.output(operation),
        _ => graph.input(operation),
    };
    let mut members = message.into_iter().flat_map(|message| message.members.values());
    members.any(|member| match graph.target(&member.target) {
        None => false,
        Some(target) if key == "untagApi" => {
            let is_named = member.name.to_lowercase().ends_with("keys");
            let item = target.members.get("member");
            is_named && item.is_some_and(|item| is_string(graph, item))
        }
        Some(target) => is_tags(graph, target),
    })
}

/// Whether a member's name says that it is an ARN.
fn is_arn(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "arn" | "resourcearn")
}

fn is_string(graph: &Graph<'_>, member: &Member) -> bool {
    let target = graph.target(&member.target);
    target.is_some_and(|target| matches!(target.kind, Kind::String | Kind::Enum))
}

/// Whether a shape is a list of pairs of strings, or a map of strings.
fn is_tags(graph: &Graph<'_>, shape: &Shape) -> bool {
    let are_strings = |shape: &Shape| {
        shape.members.len() == 2 && shape.members.values().all(|part| is_string(graph, part))
    };
    match shape.kind {
        Kind::Map => are_strings(shape),
        Kind::List => {
            let item = shape.members.get("member").and_then(|item| graph.target(&item.target));
            item.is_some_and(|item| item.kind == Kind::Structure && are_strings(item))
        }
        _ => false,
    }
}

/// The property of a resource that holds its tags.
fn property(graph: &Graph<'_>, resource: &Shape, applied: &Applied, events: &mut Events) {
    let Some(name) = text(applied, "property") else { return };
    let Some((_, link)) = resource.links.properties.iter().find(|(known, _)| known == name) else {
        return;
    };
    let node = Node { shape: resource, member: None };
    let of = &resource.id.name;
    if !name.eq_ignore_ascii_case("tags") {
        let message = format!("the property `{name}` holds the tags of `{of}`: better is `tags`");
        events.warning("TagResourcePropertyName", node, message).at(&applied.origin);
    }
    if !graph.target(link).is_some_and(|target| is_tags(graph, target)) {
        let message = format!(
            "the property `{name}` holds the tags of `{of}`, and so must be a list of pairs of \
             strings, or a map of strings"
        );
        events.error("TagResourcePropertyType", node, message).at(&link.origin);
    }
    for (lifecycle, link) in &resource.links.lifecycle {
        let Some(operation) = graph.target(link) else { continue };
        if !matches!(lifecycle, Lifecycle::Put | Lifecycle::Update) {
            continue;
        }
        let mut members =
            graph.input(operation).into_iter().flat_map(|input| input.members.values());
        let holds_tags = |member: &Member| {
            let renamed = prelude_trait(&member.traits, "property");
            renamed.and_then(|it| text(it, "name")).unwrap_or(&member.name) == name
        };
        if let Some(member) = members.find(|member| holds_tags(member)) {
            let message = format!(
                "`{}` changes the tags of `{of}`, which can decide who may do what: leave that to \
                 operations for tags",
                operation.id.name
            );
            events
                .danger(RESOURCE, Node { shape: operation, member: None }, message)
                .at(&member.origin);
        }
    }
}
