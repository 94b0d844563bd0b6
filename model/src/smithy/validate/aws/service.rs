//! Names of services agree: those of `aws.api#service`, and those that signatures have.

use super::super::{
    event::Events,
    graph::{Graph, Node, text},
};
use crate::smithy::{document::Kind, model::Shape};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, service) in graph.own_of(Kind::Service) {
        signing_names(service, events);
        metric_namespace(service, events);
    }
}

/// The names with which requests are signed, and that which ARNs have.
fn signing_names(service: &Shape, events: &mut Events) {
    let traits = &service.traits;
    let own = traits.get("aws.api#service").map(|applied| {
        let stated = text(applied, "arnNamespace").map(str::to_owned);
        let name = stated.unwrap_or_else(|| service.id.name.to_lowercase());
        ("`arnNamespace` of `aws.api#service`", name, applied)
    });
    let signing = [
        ("aws.auth#sigv4", "`name` of `aws.auth#sigv4`"),
        ("aws.auth#sigv4a", "`name` of `aws.auth#sigv4a`"),
    ]
    .into_iter()
    .filter_map(|(id, what)| {
        let applied = traits.get(id)?;
        Some((what, text(applied, "name")?.to_owned(), applied))
    });
    let names: Vec<_> = own.into_iter().chain(signing).collect();
    for (place, (what, name, _)) in names.iter().enumerate() {
        for (other_what, other, applied) in names.iter().skip(place + 1) {
            if name != other {
                let message = format!(
                    "{other_what} is `{other}` and {what} `{name}` at `{}`: they should be the same",
                    service.id.name
                );
                let node = Node { shape: service, member: None };
                events
                    .warning("SigV4Traits", node, message)
                    .at(&applied.origin)
                    .at(&applied.value.origin_at("/name"));
            }
        }
    }
}

fn metric_namespace(service: &Shape, events: &mut Events) {
    let Some(applied) = service.traits.get("aws.api#service") else { return };
    let Some(namespace) = text(applied, "cloudWatchNamespace") else { return };
    let component = namespace.strip_prefix("AWS/");
    let name = component.unwrap_or(namespace);
    let is_pascal = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric());
    let mut problems = Vec::new();
    if component.is_none() {
        problems.push("should begin with `AWS/`".to_owned());
    }
    if !is_pascal {
        problems.push(format!("should have `{name}` in upper camel case"));
    }
    if !problems.is_empty() {
        let message = format!(
            "the CloudWatch namespace `{namespace}` of `{}` {}",
            service.id.name,
            problems.join(", and ")
        );
        events
            .danger("CloudWatchNamespace", Node { shape: service, member: None }, message)
            .at(&applied.value.origin_at("/cloudWatchNamespace"));
    }
}
