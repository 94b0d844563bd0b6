//! What must hold of a Smithy model, under the names that Smithy's own validators give it.
//!
//! A file a family of validators. They see the model as a [`graph`] of shapes and members, and add
//! [`event`]s; what the model suppresses is left out at the end.

mod event;
mod graph;
mod selector;
mod suppress;
mod target;
mod trait_use;
mod trait_value;
mod value;

use super::{
    definitions,
    model::{Model, Shape},
};
use crate::diagnostic::Diagnostic;
use event::Events;
use graph::Graph;
use std::collections::HashSet;
use value::Values;

/// What came of validating a model.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// What there is to say.
    pub(super) shown: Vec<Diagnostic>,
    /// What the model suppresses.
    pub(super) suppressed: Vec<Diagnostic>,
}

/// Validates `model`; with `resolved`, all of it, else only what it refers to: with links that lead
/// nowhere, most of what else there is to say would be wrong.
pub(super) fn validate(model: &Model, resolved: bool) -> Findings {
    let definitions = definitions::load(namespaces(model));
    let graph = Graph::new(model, &definitions);
    let mut events = Events::default();
    let rules = suppress::Rules::read(&graph, &mut events);
    target::check(&graph, &mut events);
    if resolved && !events.has_errors() {
        all(&graph, &mut events);
    }
    let mut findings = Findings::default();
    for mut event in events.0 {
        if rules.suppress(&graph, &event) {
            findings.suppressed.push(event.into_diagnostic());
        } else {
            rules.raise(&mut event);
            findings.shown.push(event.into_diagnostic());
        }
    }
    findings
}

/// Runs all validators but those that must find nothing before.
fn all(graph: &Graph<'_>, events: &mut Events) {
    let values = &mut Values::new(graph);
    trait_use::check(graph, events);
    trait_value::check(graph, values, events);
}

/// The namespaces that a model names.
fn namespaces(model: &Model) -> HashSet<&str> {
    let mut found = HashSet::new();
    for shape in model.shapes.values() {
        found.insert(shape.id.namespace.as_str());
        named_by(shape, &mut found);
    }
    found
}

fn named_by<'m>(shape: &'m Shape, found: &mut HashSet<&'m str>) {
    let members = shape.members.values();
    found.extend(members.clone().map(|member| member.target.id.namespace.as_str()));
    let traits = members.map(|member| &member.traits).chain([&shape.traits]);
    let ids = traits.flat_map(|traits| traits.0.keys());
    found.extend(ids.filter_map(|id| id.split('#').next()));
    found.extend(shape.links.errors.iter().map(|link| link.id.namespace.as_str()));
}
