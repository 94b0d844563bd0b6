//! `aws.protocols#httpChecksum`.

use super::super::{
    event::Events,
    graph::{Graph, Node, prelude_trait, text},
};
use crate::{
    api::Value,
    smithy::{
        document::Kind,
        model::{Applied, Shape},
    },
};

const CHECKSUM: &str = "aws.protocols#httpChecksum";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, operation) in graph.own_of(Kind::Operation) {
        if let Some(applied) = operation.traits.get(CHECKSUM) {
            Check { graph, operation, applied, events }.check();
        }
    }
}

struct Check<'c, 'g, 'm> {
    graph: &'g Graph<'m>,
    operation: &'m Shape,
    applied: &'m Applied,
    events: &'c mut Events,
}

impl Check<'_, '_, '_> {
    fn error(&mut self, name: &str, rule: &str) {
        let message = format!("`httpChecksum` of `{}` {rule}", self.operation.id.name);
        let place = self.applied.value.origin_at(&format!("/{name}"));
        self.events
            .error("HttpChecksumTrait", Node { shape: self.operation, member: None }, message)
            .at(&self.applied.origin)
            .at(&place);
    }

    fn check(&mut self) {
        let value = self.applied.value();
        let is_required =
            value.get("requestChecksumRequired").and_then(Value::as_bool) == Some(true);
        let algorithm = text(self.applied, "requestAlgorithmMember");
        let mode = text(self.applied, "requestValidationModeMember");
        let responses = value.get("responseAlgorithms").and_then(Value::as_array);
        let gives = responses.is_some_and(|responses| !responses.is_empty());
        if !is_required && algorithm.is_none() && mode.is_none() && !gives {
            self.error("", "says nothing, neither for requests nor for responses");
            return;
        }
        if let Some(member) = algorithm {
            let definition = self.graph.find("aws.protocols#ChecksumAlgorithm");
            let definition = definition.and_then(|index| self.graph.node(index));
            let known = definition.map(|node| values(node.shape)).unwrap_or_default();
            self.member("requestAlgorithmMember", member, &known);
        }
        match (mode, gives) {
            (None, true) => {
                let rule = "has `responseAlgorithms`, and needs `requestValidationModeMember` too";
                self.error("responseAlgorithms", rule);
            }
            (Some(_), false) => {
                let rule = "has `requestValidationModeMember`, and needs `responseAlgorithms` too";
                self.error("requestValidationModeMember", rule);
            }
            _ => {}
        }
        if let Some(member) = mode {
            self.member("requestValidationModeMember", member, &["ENABLED"]);
        }
    }

    /// A member of the input that is an enum with no other values than `known`.
    fn member(&mut self, name: &str, member: &str, known: &[&str]) {
        let found = self.graph.input(self.operation);
        let found = found.and_then(|input| input.members.get(member));
        let Some(found) = found else {
            self.error(name, &format!("has `{member}` as `{name}`, which the input has not"));
            return;
        };
        let values = self.graph.target(&found.target).map(values).unwrap_or_default();
        if values.is_empty() {
            self.error(name, &format!("has `{member}` as `{name}`, which is no enum"));
            return;
        }
        let other: Vec<String> = values
            .iter()
            .filter(|value| !known.contains(value))
            .map(|value| format!("`{value}`"))
            .collect();
        if !other.is_empty() {
            let rule = format!(
                "has `{member}` as `{name}`, which can be {}: only {} can be had",
                other.join(", "),
                known.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
            );
            self.error(name, &rule);
        }
    }
}

/// The values of an enum.
fn values(shape: &Shape) -> Vec<&str> {
    if shape.kind == Kind::Enum {
        let members = shape.members.values();
        let values = members.filter_map(|member| prelude_trait(&member.traits, "enumValue"));
        return values.filter_map(|applied| applied.value().as_str()).collect();
    }
    let entries = prelude_trait(&shape.traits, "enum").and_then(|it| it.value().as_array());
    let entries = entries.unwrap_or_default().iter();
    entries.filter_map(|entry| entry.get("value").and_then(Value::as_str)).collect()
}
