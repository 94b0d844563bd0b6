//! Where members travel in HTTP messages: no two in one place, and each of a type that can.

use crate::{
    api::{Api, Body, HttpLocation, Member, Operation, ShapeKind, Simple, StructureShape, Target},
    diagnostic::Diagnostic,
};
use std::collections::{HashMap, HashSet, hash_map::Entry};

pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    let mut inputs = HashSet::new();
    let mut outputs = HashSet::new();
    for operation in api.operations.values() {
        if let Some(id) = &operation.input
            && let Some(input) = api.structure(id)
        {
            check_literals(operation, input, diagnostics);
            if inputs.insert(id) {
                Message { api, name: &id.name, request: true, diagnostics }.check(input);
            }
        }
        for response in operation.outputs.iter().chain(&operation.errors) {
            let Some(id) = &response.shape else { continue };
            if let Some(output) = api.structure(id)
                && outputs.insert(id)
            {
                Message { api, name: &id.name, request: false, diagnostics }.check(output);
            }
        }
    }
    check_streams(api, &inputs, &outputs, diagnostics);
}

/// A query member and a literal of the path must not have one name.
fn check_literals(
    operation: &Operation,
    input: &StructureShape,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(http) = &operation.http else { return };
    let literals: HashSet<&str> = http.uri.query.iter().map(|(name, _)| name.as_str()).collect();
    for member in input.members.values() {
        let Some(HttpLocation::Query(name)) = &member.http else { continue };
        if literals.contains(name.as_str()) {
            let message = format!(
                "`{}` travels as the query parameter `{name}`, which the path of `{}` has as a \
                 literal",
                member.name, operation.name
            );
            let origin = member.origin.clone();
            diagnostics.push(
                Diagnostic::invalid("http-binding-conflict", origin, message)
                    .with_related(operation.origin.clone(), "the operation"),
            );
        }
    }
}

/// The members of a request or of a response.
struct Message<'a> {
    api: &'a Api,
    name: &'a str,
    request: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Message<'_> {
    fn check(&mut self, structure: &StructureShape) {
        let mut taken: HashMap<String, &Member> = HashMap::new();
        let mut payload: Option<&Member> = None;
        for member in structure.members.values() {
            let Some(location) = member.http.as_ref().filter(|place| self.counts(place)) else {
                continue;
            };
            self.check_target(member, location);
            if *location == HttpLocation::Payload {
                payload = payload.or(Some(member));
            }
            let Some(place) = place(location) else { continue };
            match taken.entry(place) {
                Entry::Vacant(entry) => {
                    entry.insert(member);
                }
                Entry::Occupied(entry) => {
                    let first = entry.get();
                    let message = format!(
                        "`{}` and `{}` of `{}` both travel as {}",
                        first.name,
                        member.name,
                        self.name,
                        entry.key()
                    );
                    let origin = member.origin.clone();
                    self.diagnostics.push(
                        Diagnostic::invalid("http-binding-conflict", origin, message)
                            .with_related(first.origin.clone(), "first here"),
                    );
                }
            }
        }
        let Some(payload) = payload else { return };
        for member in structure.members.values() {
            if member.http.as_ref().is_none_or(|place| !self.counts(place)) && !member.host_label {
                let message = format!(
                    "`{}` is the whole body of `{}`, and `{}` would have to travel in it too",
                    payload.name, self.name, member.name
                );
                let origin = member.origin.clone();
                self.diagnostics.push(
                    Diagnostic::invalid("http-payload", origin, message)
                        .with_related(payload.origin.clone(), "the whole body"),
                );
            }
        }
    }

    /// Whether a location means anything here; elsewhere the member is part of the body.
    fn counts(&self, location: &HttpLocation) -> bool {
        match location {
            HttpLocation::Label | HttpLocation::Query(_) | HttpLocation::QueryParams => {
                self.request
            }
            HttpLocation::ResponseCode => !self.request,
            HttpLocation::Header(_) | HttpLocation::PrefixHeaders(_) | HttpLocation::Payload => {
                true
            }
        }
    }

    fn check_target(&mut self, member: &Member, location: &HttpLocation) {
        let (fits, needed) = match location {
            HttpLocation::Label => (self.is_text(member), "a simple type"),
            HttpLocation::Query(_) | HttpLocation::Header(_) => {
                let fits = self.is_text(member)
                    || self.list_item(member).is_some_and(|item| self.is_text(item));
                (fits, "a simple type or a list of one")
            }
            HttpLocation::QueryParams => {
                let value = self.map_value(member);
                let fits = value.is_some_and(|value| {
                    self.is_string(value)
                        || self.list_item(value).is_some_and(|item| self.is_string(item))
                });
                (fits, "a map to strings or to lists of strings")
            }
            HttpLocation::PrefixHeaders(_) => {
                let value = self.map_value(member);
                (value.is_some_and(|value| self.is_string(value)), "a map to strings")
            }
            HttpLocation::ResponseCode => {
                (member.target == Target::Simple(Simple::Integer), "an integer")
            }
            HttpLocation::Payload => return,
        };
        if !fits {
            let what = match location {
                HttpLocation::Label => "in the path",
                HttpLocation::Query(_) | HttpLocation::QueryParams => "in the query",
                HttpLocation::ResponseCode => "as the status",
                _ => "in headers",
            };
            let message = format!(
                "`{}` of `{}` travels {what}, and so must be {needed}",
                member.name, self.name
            );
            let origin = member.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("http-binding-target", origin, message));
        }
    }

    /// Whether a member has a form as plain text.
    fn is_text(&self, member: &Member) -> bool {
        match &member.target {
            Target::Simple(simple) => {
                !matches!(simple, Simple::Document | Simple::Unit)
                    && !matches!(simple, Simple::Blob(Body::Streaming | Body::StreamingWithLength))
            }
            Target::Shape(id) => {
                let shape = self.api.shape(id);
                // A shape that is missing has been reported.
                shape.is_none_or(|shape| {
                    matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
                })
            }
        }
    }

    fn is_string(&self, member: &Member) -> bool {
        match &member.target {
            Target::Simple(simple) => *simple == Simple::String,
            Target::Shape(id) => {
                let shape = self.api.shape(id);
                shape.is_none_or(|shape| matches!(shape.kind, ShapeKind::Enum(_)))
            }
        }
    }

    fn list_item(&self, member: &Member) -> Option<&Member> {
        match &self.api.shape(member.target.shape()?)?.kind {
            ShapeKind::List(list) => Some(&list.member),
            _ => None,
        }
    }

    fn map_value(&self, member: &Member) -> Option<&Member> {
        match &self.api.shape(member.target.shape()?)?.kind {
            ShapeKind::Map(map) => Some(&map.value),
            _ => None,
        }
    }
}

/// What can be there only once, in words.
fn place(location: &HttpLocation) -> Option<String> {
    Some(match location {
        // The pattern says which label; it has each once.
        HttpLocation::Label => return None,
        HttpLocation::Query(name) => format!("the query parameter `{name}`"),
        HttpLocation::QueryParams => "all query parameters".to_owned(),
        HttpLocation::Header(name) => format!("the header `{}`", name.to_ascii_lowercase()),
        HttpLocation::PrefixHeaders(_) => "headers with a prefix".to_owned(),
        HttpLocation::Payload => "the whole body".to_owned(),
        HttpLocation::ResponseCode => "the status".to_owned(),
    })
}

/// A blob that is streamed can only be the whole body of a request or response.
fn check_streams(
    api: &Api,
    inputs: &HashSet<&crate::api::ShapeId>,
    outputs: &HashSet<&crate::api::ShapeId>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (id, shape) in &api.shapes {
        for member in shape.members() {
            let streams = matches!(
                member.target,
                Target::Simple(Simple::Blob(Body::Streaming | Body::StreamingWithLength))
            );
            let whole_body = member.http == Some(HttpLocation::Payload)
                && (inputs.contains(id) || outputs.contains(id));
            if streams && !whole_body {
                let message = format!(
                    "`{}` of `{}` is streamed, and so must be the whole body of a request or \
                     response",
                    member.name, id.name
                );
                let origin = member.origin.clone();
                diagnostics.push(
                    Diagnostic::invalid("streaming", origin, message)
                        .with_help("give it the trait `httpPayload`"),
                );
            }
        }
    }
}
