//! Defaults against what they are defaults of, and examples against operations.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait},
    trait_value::part,
    value::{Leniency, Values, is_base64},
};
use crate::{
    api::{Number, Value},
    smithy::{document::Kind, model::Shape},
};

pub(super) fn check(graph: &Graph<'_>, values: &mut Values<'_, '_>, events: &mut Events) {
    for (index, node) in graph.own() {
        default(graph, values, index, node, events);
        if node.is(Kind::Operation) {
            examples(graph, values, node, events);
        }
    }
    // What targets a shape with a default has the same one, or null.
    for (_, node) in graph.own() {
        redefined(graph, node, events);
    }
}

const DEFAULT: &str = "DefaultTrait";

fn default(
    graph: &Graph<'_>,
    values: &mut Values<'_, '_>,
    index: Index,
    node: Node<'_>,
    events: &mut Events,
) {
    let Some(applied) = node.get("default") else { return };
    let value = applied.value();
    if *value == Value::Null {
        if node.member.is_none() {
            let message = format!("the default of `{}` is null, which is for members", node.name());
            events.error(DEFAULT, node, message).at(&applied.origin);
        }
        return;
    }
    let target = match node.member {
        Some(member) => graph.target(&member.target),
        None => Some(node.shape),
    };
    let leniency = Leniency { zero: true, ..Leniency::default() };
    for problem in values.check(value, index, leniency) {
        let part = part(&problem.pointer);
        let message = format!("{part}the default of `{}` {}", node.name(), problem.message);
        let id = format!("{DEFAULT}{}", problem.suffix);
        events
            .add(&id, problem.severity, node, message)
            .at(&applied.origin)
            .at(&applied.value.origin_at(&problem.pointer));
    }
    let Some(target) = target else { return };
    let is_empty = match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => true,
    };
    let problem = match target.kind {
        Kind::List | Kind::Set | Kind::Map | Kind::Document if !is_empty => Some((
            true,
            format!("the default of `{}` holds something: it can only be empty", node.name()),
        )),
        Kind::Blob if value.as_str().is_some_and(|text| !is_base64(text)) => {
            Some((false, format!("the default of `{}` is no base64", node.name())))
        }
        _ => None,
    };
    if let Some((is_error, message)) = problem {
        if is_error {
            events.error(DEFAULT, node, message).at(&applied.origin);
        } else {
            events.warning(DEFAULT, node, message).at(&applied.origin);
        }
    }
}

fn redefined(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let Some(member) = node.member.filter(|_| node.shape.kind == Kind::Structure) else { return };
    let target = graph.target(&member.target);
    let wanted = target.and_then(|target| prelude_trait(&target.traits, "default"));
    let Some(wanted) = wanted.map(|applied| applied.value()) else { return };
    if *wanted == Value::Null {
        return;
    }
    let found = node.get("default");
    let target = &member.target.id.name;
    match found.map(|applied| applied.value()) {
        None => {
            let message = format!("`{}` has not the default of `{target}`", node.name());
            events
                .error(DEFAULT, node, message)
                .help("say it again for the member, or say that it has none: `= null`");
        }
        Some(Value::Null) => {}
        Some(value) if is_same(value, wanted) => {}
        Some(_) => {
            let message = format!("`{}` has another default than `{target}`", node.name());
            let at = found.map_or(node.origin(), |applied| &applied.origin);
            events.error(DEFAULT, node, message).at(at);
        }
    }
}

/// Whether two defaults are one: `1` and `1.0` are.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(Number::Float(float)), Value::Number(number))
        | (Value::Number(number), Value::Number(Number::Float(float))) => number.as_f64() == *float,
        _ => one == other,
    }
}

const EXAMPLES: &str = "ExamplesTrait";

fn examples(graph: &Graph<'_>, values: &mut Values<'_, '_>, node: Node<'_>, events: &mut Events) {
    let Some(applied) = node.get("examples") else { return };
    let nothing = Value::Object(indexmap::IndexMap::new());
    for (place, example) in applied.value().as_array().unwrap_or_default().iter().enumerate() {
        let title = example.get("title").and_then(Value::as_str).unwrap_or_default();
        let (output, error) = (example.get("output"), example.get("error"));
        let lenient = example.get("allowConstraintErrors").and_then(Value::as_bool);
        let lenient = lenient.unwrap_or(false);
        let mut say = |message: &str| {
            let message = format!("the example `{title}` {message}");
            events
                .error(EXAMPLES, node, message)
                .at(&applied.origin)
                .at(&applied.value.origin_at(&format!("/{place}")));
        };
        if lenient && error.is_none() {
            say("allows constraints to be broken, and has no `error`");
        }
        if output.is_some() && error.is_some() {
            say("has both `output` and `error`");
        }
        let operation = node.shape;
        let leniency = Leniency { constraints: lenient, ..Leniency::default() };
        let edge = |wanted: Relation| {
            let index = graph.shape(&operation.id)?;
            let edge = graph.from(index).iter().find(|edge| edge.relation == wanted);
            edge.map(|edge| edge.other).or_else(|| graph.find("smithy.api#Unit"))
        };
        let mut parts: Vec<(&str, Option<Index>, &Value, Leniency)> = Vec::new();
        let input = example.get("input").unwrap_or(&nothing);
        parts.push(("input", edge(Relation::Input), input, leniency));
        match error {
            Some(error) => {
                let id = error.get("shapeId").and_then(Value::as_str).unwrap_or_default();
                let known = |shape: &Shape| shape.id.to_string() == id;
                if !graph.errors(operation).into_iter().any(known) {
                    say(&format!("has the error `{id}`, which is none of the operation's"));
                } else if let Some(content) = error.get("content") {
                    parts.push(("error/content", graph.find(id), content, Leniency::default()));
                }
            }
            None => {
                let output = output.unwrap_or(&nothing);
                parts.push(("output", edge(Relation::Output), output, Leniency::default()));
            }
        }
        for (name, shape, value, leniency) in parts {
            let Some(shape) = shape else { continue };
            // What has no output says none.
            if name == "output" && output.is_none() {
                continue;
            }
            for problem in values.check(value, shape, leniency) {
                let part = part(&format!("/{name}{}", problem.pointer));
                let message = format!("{part}the example `{title}` {}", problem.message);
                let id = format!("{EXAMPLES}{}", problem.suffix);
                let pointer = format!("/{place}/{name}{}", problem.pointer);
                events
                    .add(&id, problem.severity, node, message)
                    .at(&applied.origin)
                    .at(&applied.value.origin_at(&pointer));
            }
        }
    }
}
