//! What must hold of a Smithy model, under the names that Smithy's own validators give it.
//!
//! A file a family of validators. They see the model as a [`graph`] of shapes and members, and add
//! [`event`]s; what the model suppresses is left out at the end.

mod aws;
mod closure;
mod constraint;
mod custom;
mod default_value;
mod event;
mod graph;
mod http_binding;
mod http_uri;
mod jmespath;
mod lint;
mod operation;
mod pattern;
mod protocol_test;
mod recursion;
mod reference;
mod resource;
mod selector;
mod service;
mod streaming;
mod structure;
mod suppress;
mod target;
mod trait_use;
mod trait_value;
mod value;
mod waiter;

use super::{
    definitions,
    model::{Model, Shape},
    parse, resolve,
};
use crate::{
    api::Value,
    diagnostic::{Diagnostic, Severity},
    reading,
    source::{SourceId, Sources},
};
use event::{Event, Events};
use graph::Graph;
use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};
use value::Values;

/// What came of validating a Smithy model.
#[derive(Debug)]
pub struct Validation {
    /// The files, for printing diagnostics.
    pub sources: Sources,
    /// All there is to say, down to notes.
    pub diagnostics: Vec<Diagnostic>,
    /// What the model suppresses.
    pub suppressed: Vec<Diagnostic>,
}

/// Validates the Smithy model that the files at `paths` are together, whether or not it has a service
/// that Farrier can generate from. [`read`](crate::read) does the same on its way, and leaves out notes.
pub fn validate(paths: &[PathBuf]) -> Validation {
    let mut sources = Sources::new();
    let mut diagnostics = Vec::new();
    let files = reading::smithy_files(paths, &mut sources, &mut diagnostics);
    validate_files(sources, &files, diagnostics)
}

/// The same for files whose text is already there: all of `sources`.
pub fn validate_sources(sources: Sources) -> Validation {
    let files: Vec<SourceId> = sources.iter().map(|(id, _)| id).collect();
    validate_files(sources, &files, Vec::new())
}

fn validate_files(
    sources: Sources,
    files: &[SourceId],
    mut diagnostics: Vec<Diagnostic>,
) -> Validation {
    let (documents, broken) = parse(&sources, files, &mut diagnostics);
    let mut suppressed = Vec::new();
    if !broken {
        let model = resolve::resolve(documents, &mut diagnostics);
        let findings = findings(&model, &mut diagnostics);
        diagnostics.extend(findings.shown);
        suppressed = findings.suppressed;
    }
    Validation { sources, diagnostics, suppressed }
}

/// Adds what is wrong with `model` to `diagnostics`, which are what reading it found, and takes out what the model
/// suppresses, and notes: those are for whoever asks for them. Whether there are no errors.
pub(super) fn report(model: &Model, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let mut findings = findings(model, diagnostics).shown;
    findings.retain(|finding| finding.severity > Severity::Note);
    diagnostics.retain(|finding| finding.severity > Severity::Note);
    diagnostics.extend(few(findings));
    !has_errors(diagnostics)
}

/// So many warnings of one kind are said.
const MOST_ALIKE: usize = 3;

/// The findings with only the first warnings of each kind, the last of which says how many more there
/// are: what is said hundreds of times hides everything else.
fn few(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut few: Vec<Diagnostic> = Vec::new();
    // Of two that are in each other's way, each is told; once is enough for people.
    let mut pairs = HashSet::new();
    for finding in findings {
        if let Some((other, _)) = finding.related.first() {
            if pairs.contains(&(finding.code, other.clone(), finding.origin.clone())) {
                continue;
            }
            pairs.insert((finding.code, finding.origin.clone(), other.clone()));
        }
        if finding.severity != Severity::Warning {
            few.push(finding);
            continue;
        }
        let (count, last) = seen.entry(finding.code).or_default();
        *count += 1;
        if *count <= MOST_ALIKE {
            *last = few.len();
            few.push(finding);
        }
    }
    for (count, last) in seen.into_values() {
        if let (Some(more), Some(finding)) =
            (count.checked_sub(MOST_ALIKE).filter(|more| *more > 0), few.get_mut(last))
        {
            let more = format!("and {more} more like it; `cargo xtask validate` shows all");
            finding.help = Some(match finding.help.take() {
                Some(help) => format!("{help}; {more}"),
                None => more,
            });
        }
    }
    few
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|finding| finding.severity == Severity::Error)
}

/// What there is to say, and what the model suppresses.
#[derive(Debug, Default)]
struct Findings {
    shown: Vec<Diagnostic>,
    suppressed: Vec<Diagnostic>,
}

/// Runs the validators; if there are errors among what is `known`, only those of what the model refers to: with
/// links that lead nowhere, most of what else there is to say would be wrong. What the model suppresses is taken out
/// of what is known, too.
fn findings(model: &Model, known: &mut Vec<Diagnostic>) -> Findings {
    let resolved = !has_errors(known);
    let definitions = definitions::load(namespaces(model));
    let graph = Graph::new(model, &definitions);
    let mut events = Events::default();
    let rules = suppress::Rules::read(&graph, &mut events);
    let custom = custom::read(&graph, &mut events);
    target::check(&graph, &mut events);
    if resolved && !events.has_errors() {
        all(&graph, &mut events);
        custom.iter().for_each(|custom| custom.run(&graph, &mut events));
    }
    let mut findings = Findings::default();
    for mut finding in std::mem::take(known) {
        let Some(mut event) = Event::of(&finding) else {
            known.push(finding);
            continue;
        };
        if rules.suppress(&graph, &event) {
            findings.suppressed.push(finding);
        } else {
            rules.raise(&mut event);
            finding.severity = event.severity;
            known.push(finding);
        }
    }
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
    constraint::check(graph, events);
    custom::of_traits(graph, events);
    default_value::check(graph, values, events);
    structure::check(graph, events);
    recursion::check(graph, events);
    operation::check(graph, events);
    http_uri::check(graph, events);
    http_binding::check(graph, events);
    streaming::check(graph, events);
    service::check(graph, events);
    resource::check(graph, events);
    reference::check(graph, events);
    reference::suggest(graph, events);
    reference::typed_metadata(graph, values, events);
    closure::check(graph, events);
    waiter::check(graph, events);
    protocol_test::check(graph, values, events);
    aws::check(graph, events);
}

/// The namespaces that a model names.
fn namespaces(model: &Model) -> HashSet<&str> {
    let mut found = HashSet::new();
    for shape in model.shapes.values() {
        found.insert(shape.id.namespace.as_str());
        named_by(shape, &mut found);
    }
    // Smoke tests name shapes of it in their values.
    if found.contains("smithy.test") {
        found.insert("aws.test");
    }
    found
}

fn named_by<'m>(shape: &'m Shape, found: &mut HashSet<&'m str>) {
    let members = shape.members.values();
    found.extend(members.clone().map(|member| member.target.id.namespace.as_str()));
    let traits = members.map(|member| &member.traits).chain([&shape.traits]);
    for (id, applied) in traits.flat_map(|traits| traits.iter()) {
        found.extend(id.split('#').next());
        named_in(applied.value(), found);
    }
    found.extend(shape.links.errors.iter().map(|link| link.id.namespace.as_str()));
}

/// Values of traits name shapes too. The depth is bounded by that of values, which is bounded by the
/// parser.
fn named_in<'m>(value: &'m Value, found: &mut HashSet<&'m str>) {
    match value {
        Value::String(text) => {
            let namespace = text.split_once('#').map(|(namespace, _)| namespace);
            found.extend(namespace.filter(|namespace| definitions::is_known(namespace)));
        }
        Value::Array(items) => items.iter().for_each(|item| named_in(item, found)),
        Value::Object(members) => members.values().for_each(|value| named_in(value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
