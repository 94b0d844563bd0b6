//! Method and path of operations: no two alike, and their labels must be members.

use crate::{
    api::{Api, Http, HttpLocation, Operation, Segment, Simple, StructureShape, Target},
    diagnostic::Diagnostic,
    suggestion::closest,
};
use indexmap::IndexSet;
use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    fmt::Write,
};

pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<Key, &Operation> = HashMap::new();
    for operation in api.operations.values() {
        // That there has to be one is for the front end to say: it knows what else was wrong.
        let Some(http) = &operation.http else { continue };
        match first.entry(key(operation, http)) {
            Entry::Vacant(entry) => {
                entry.insert(operation);
            }
            Entry::Occupied(entry) => {
                let known = entry.get();
                let message = format!(
                    "`{}` and `{}` both match `{} {}`",
                    known.name,
                    operation.name,
                    http.method,
                    shown(http)
                );
                diagnostics.push(
                    Diagnostic::invalid("http-uri-conflict", operation.origin.clone(), message)
                        .with_related(known.origin.clone(), "the other one"),
                );
            }
        }
        let input = operation.input.as_ref().and_then(|id| api.structure(id));
        check_labels(operation, http, input, diagnostics);
        check_host_labels(operation, input, diagnostics);
    }
}

/// What two operations must not have in common.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    method: String,
    host_prefix: Option<String>,
    path: String,
    query: Vec<(String, Option<String>)>,
}

fn key(operation: &Operation, http: &Http) -> Key {
    let mut query: Vec<_> = http.uri.query.clone();
    // `?a` and `?a=` are the same request.
    for (_, value) in &mut query {
        if value.as_deref() == Some("") {
            *value = None;
        }
    }
    query.sort();
    Key {
        method: http.method.clone(),
        host_prefix: operation.host_prefix.as_deref().map(without_label_names),
        path: path(http),
        query,
    }
}

/// The path with the names of labels left out.
fn path(http: &Http) -> String {
    let mut path = String::new();
    if http.uri.segments.is_empty() {
        path.push('/');
    }
    for segment in &http.uri.segments {
        path.push('/');
        write_segment(segment, &mut path);
    }
    path
}

fn write_segment(segment: &Segment, path: &mut String) {
    match segment {
        Segment::Literal(text) => path.push_str(text),
        Segment::Label(_) => path.push_str("{}"),
        Segment::GreedyLabel(_) => path.push_str("{+}"),
        Segment::Mixed(parts) => parts.iter().for_each(|part| write_segment(part, path)),
    }
}

fn shown(http: &Http) -> String {
    let mut text = path(http);
    for (index, (name, value)) in http.uri.query.iter().enumerate() {
        text.push(if index == 0 { '?' } else { '&' });
        text.push_str(name);
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = write!(text, "={value}");
        }
    }
    text
}

fn without_label_names(prefix: &str) -> String {
    let mut text = String::new();
    let mut rest = prefix;
    while let Some((before, label)) = rest.split_once('{') {
        text.push_str(before);
        text.push_str("{}");
        rest = label.split_once('}').map_or("", |(_, behind)| behind);
    }
    text + rest
}

fn check_labels(
    operation: &Operation,
    http: &Http,
    input: Option<&StructureShape>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut labels = Vec::new();
    for segment in &http.uri.segments {
        collect_labels(segment, &mut labels);
    }
    let bound = |name: &str| {
        let member = input?.members.get(name)?;
        (member.http == Some(HttpLocation::Label)).then_some(member)
    };
    for &(label, greedy) in &labels {
        let Some(member) = bound(label) else {
            let message = match input.and_then(|input| input.members.get(label)) {
                Some(_) => format!(
                    "the path of `{}` has the label `{{{label}}}`, and the member `{label}` is \
                     not bound to it",
                    operation.name
                ),
                None => format!(
                    "the path of `{}` has the label `{{{label}}}`, and its input has no such \
                     member",
                    operation.name
                ),
            };
            let origin = operation.origin.clone();
            let mut finding = Diagnostic::invalid("http-label", origin, message);
            let member = input.and_then(|input| input.members.get(label));
            finding.help = if member.is_some() {
                Some("give the member the trait `httpLabel`".to_owned())
            } else {
                let names = input.into_iter().flat_map(|input| input.members.keys());
                let close = closest(label, names.map(String::as_str));
                close.map(|close| format!("did you mean `{close}`?"))
            };
            if let Some(member) = member {
                finding = finding.with_related(member.origin.clone(), "the member");
            }
            diagnostics.push(finding);
            continue;
        };
        if !member.required {
            let message =
                format!("`{label}` is a label of `{}`'s path, and not required", operation.name);
            diagnostics.push(
                Diagnostic::invalid("http-label", member.origin.clone(), message)
                    .with_help("give it the trait `required`"),
            );
        }
        if greedy && member.target != Target::Simple(Simple::String) {
            let message = format!("`{label}` is a greedy label, and not a string");
            diagnostics.push(Diagnostic::invalid("http-label", member.origin.clone(), message));
        }
    }
    let names: HashSet<&str> = labels.iter().map(|&(label, _)| label).collect();
    for member in input.into_iter().flat_map(|input| input.members.values()) {
        let is_label = names.contains(member.name.as_str());
        if member.http == Some(HttpLocation::Label) && !is_label {
            let message = format!(
                "`{}` travels in the path, and the path of `{}` has no label `{{{}}}`",
                member.name, operation.name, member.name
            );
            diagnostics.push(
                Diagnostic::invalid("http-label", member.origin.clone(), message)
                    .with_related(operation.origin.clone(), "the operation"),
            );
        }
    }
}

fn collect_labels<'s>(segment: &'s Segment, labels: &mut Vec<(&'s str, bool)>) {
    match segment {
        Segment::Literal(_) => {}
        Segment::Label(name) => labels.push((name, false)),
        Segment::GreedyLabel(name) => labels.push((name, true)),
        Segment::Mixed(parts) => parts.iter().for_each(|part| collect_labels(part, labels)),
    }
}

fn check_host_labels(
    operation: &Operation,
    input: Option<&StructureShape>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let prefix = operation.host_prefix.as_deref().unwrap_or_default();
    let parts = prefix.split('{').skip(1);
    let labels: IndexSet<&str> =
        parts.filter_map(|part| part.split_once('}')).map(|(label, _)| label).collect();
    for label in &labels {
        let member = input.and_then(|input| input.members.get(*label));
        if member.is_none_or(|member| !member.host_label || !member.required) {
            let message = format!(
                "the host prefix of `{}` has the label `{{{label}}}`, and its input has no \
                 required member of that name with the trait `hostLabel`",
                operation.name
            );
            let origin = operation.origin.clone();
            diagnostics.push(Diagnostic::invalid("host-label", origin, message));
        }
    }
    for member in input.into_iter().flat_map(|input| input.members.values()) {
        if member.host_label && !labels.contains(member.name.as_str()) {
            let message = format!(
                "`{}` has the trait `hostLabel`, and the host prefix of `{}` has no such label",
                member.name, operation.name
            );
            diagnostics.push(Diagnostic::invalid("host-label", member.origin.clone(), message));
        }
    }
}
