//! The values of traits against the shapes that their definitions have.

use super::{
    event::Events,
    graph::{Graph, Node},
    value::{Leniency, Values},
};
use crate::smithy::model::Applied;

pub(super) fn check(graph: &Graph<'_>, values: &mut Values<'_, '_>, events: &mut Events) {
    for (_, node) in graph.own() {
        for (id, applied) in node.traits().iter() {
            // One that is not defined has been reported.
            let Some(definition) = graph.find(id) else { continue };
            let leniency = Leniency::default();
            for problem in values.check(applied.value(), definition, leniency) {
                let part = part(&problem.pointer);
                let message = format!("{part}the trait `{}` {}", short(id), problem.message);
                let place = applied.value.origin_at(&problem.pointer);
                events
                    .add(&format!("TraitValue{}", problem.suffix), problem.severity, node, message)
                    .at(&applied.origin)
                    .at(&place);
            }
            bounds(id, applied, node, events);
        }
    }
}

/// Which part of a value is meant: "`a.0` of ".
pub(super) fn part(pointer: &str) -> String {
    match pointer.strip_prefix('/') {
        None => String::new(),
        Some(path) => {
            let path = path.replace('/', ".").replace("~1", "/").replace("~0", "~");
            format!("`{path}` of ")
        }
    }
}

/// `min` must not be more than `max`.
fn bounds(id: &str, applied: &Applied, node: Node<'_>, events: &mut Events) {
    let name = match id {
        "smithy.api#length" => "LengthTrait",
        "smithy.api#range" => "RangeTrait",
        _ => return,
    };
    let bound = |name: &str| applied.value().get(name)?.as_number().map(|bound| bound.as_f64());
    match (bound("min"), bound("max")) {
        (None, None) => {
            let message = format!("the trait `{}` needs `min`, `max` or both", short(id));
            events.error("Model", node, message).at(&applied.origin);
        }
        (Some(bound), _) | (_, Some(bound)) if id == "smithy.api#length" && bound < 0.0 => {
            events.error(name, node, "`length` has a bound below 0").at(&applied.value.origin);
        }
        (Some(min), Some(max)) if min > max => {
            let message =
                format!("the trait `{}` has a `min` that is more than its `max`", short(id));
            events.error(name, node, message).at(&applied.value.origin_at("/min"));
        }
        _ => {}
    }
}

/// The short name of a trait of the prelude; of any other the whole id.
pub(super) fn short(id: &str) -> &str {
    id.strip_prefix("smithy.api#").unwrap_or(id)
}
