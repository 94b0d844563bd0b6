//! Lowers operations.

use super::{Lowering, member::is_unit, service, traits, uri};
use crate::{
    api::{self, Checksum, ErrorFault, Http, Response, ResponseStatus, ShapeId, Value},
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Link, Shape},
    },
};
use std::collections::HashSet;

const HTTP: &str = "smithy.api#http";
const ENDPOINT: &str = "smithy.api#endpoint";

impl Lowering<'_, '_> {
    /// Lowers an operation of `service`.
    pub(super) fn operation(&mut self, operation: &Shape, service: &Shape) -> api::Operation {
        let own = &operation.traits;
        let (http, code) = self.http(operation);
        let input = self.structure_of(operation, operation.links.input.as_ref(), "input");
        let output = self.structure_of(operation, operation.links.output.as_ref(), "output");
        let streams = [&input, &output].map(|shape| self.event_stream(shape.as_ref()));
        let output = Response {
            status: ResponseStatus::Code(code),
            shape: output,
            documentation: None,
            origin: operation
                .links
                .output
                .as_ref()
                .map_or_else(|| operation.origin.clone(), |link| link.origin.clone()),
        };
        let errors = self.errors(operation, service);
        api::Operation {
            name: self.name_of(&operation.id),
            documentation: traits::documentation(own, self.diagnostics),
            deprecated: traits::deprecated(own),
            http,
            input,
            outputs: vec![output],
            errors,
            readonly: own.has("smithy.api#readonly"),
            idempotent: own.has("smithy.api#idempotent"),
            host_prefix: self.host_prefix(operation),
            auth: service::operation_auth(self.model, operation, service),
            optional_auth: own.has("smithy.api#optionalAuth"),
            unsigned_payload: own.has("aws.auth#unsignedPayload"),
            checksum: checksum(operation),
            request_compression: self.request_compression(operation),
            event_stream: streams.into_iter().flatten().next(),
            tests: self.protocol_tests(own),
            pagination: self.pagination(operation, service),
            waiters: self.waiters(operation),
            origin: operation.origin.clone(),
        }
    }

    /// The trait `http`, and the status of a success.
    fn http(&mut self, operation: &Shape) -> (Option<Http>, u16) {
        let Some(applied) = operation.traits.get(HTTP) else {
            if self.http_bindings {
                let name = &operation.id.name;
                let message = format!("nothing says with which method and path to call `{name}`");
                self.diagnostics.push(
                    Diagnostic::invalid("missing-http", operation.origin.clone(), message)
                        .with_help("give it the trait `http`"),
                );
            }
            return (None, 200);
        };
        let text = |name| applied.value().get(name).and_then(Value::as_str);
        let mut report = |pointer: &str, rule: &str| {
            self.diagnostics.push(traits::malformed(HTTP, applied, pointer, rule));
        };
        let method = text("method");
        let valid = |method: &&str| {
            !method.is_empty()
                && method.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if method.filter(valid).is_none() {
            report("/method", "needs the name of an HTTP method as `method`");
        }
        let pattern = match text("uri") {
            None => {
                report("/uri", "needs a string as `uri`");
                None
            }
            Some(uri) => match uri::parse(uri) {
                Ok(pattern) => Some(pattern),
                Err(wrong) => {
                    let origin = applied.value.origin_at("/uri");
                    let message = format!("the uri `{uri}` {wrong}");
                    self.diagnostics.push(Diagnostic::invalid("http-uri", origin, message));
                    None
                }
            },
        };
        let mut code = 200;
        if let Some(value) = applied.value().get("code") {
            match traits::status(value, 100..=999) {
                Some(status) => code = status,
                None => self.diagnostics.push(traits::malformed(
                    HTTP,
                    applied,
                    "/code",
                    "needs a status code as `code`",
                )),
            }
        }
        let http = method
            .zip(pattern)
            .map(|(method, uri)| Http { method: method.to_ascii_uppercase(), uri });
        (http, code)
    }

    /// The structure behind `input` or `output`; `None` for `Unit`.
    fn structure_of(
        &mut self,
        operation: &Shape,
        link: Option<&Link>,
        what: &str,
    ) -> Option<ShapeId> {
        let link = link.filter(|link| !is_unit(&link.id))?;
        let shape = self.model.shapes.get(&link.id)?;
        if shape.kind == Kind::Structure {
            return Some(link.id.clone());
        }
        let message = format!(
            "the {what} of `{}` is the {} `{}`, and must be a structure",
            operation.id.name,
            shape.kind.name(),
            shape.id.name
        );
        let origin = link.origin.clone();
        self.diagnostics.push(Diagnostic::invalid("target-type", origin, message));
        None
    }

    /// The operation's errors, then those of its service.
    fn errors(&mut self, operation: &Shape, service: &Shape) -> Vec<Response> {
        let mut errors: Vec<Response> = Vec::new();
        let mut seen: HashSet<&ShapeId> = HashSet::new();
        for link in operation.links.errors.iter().chain(&service.links.errors) {
            let Some(shape) = self.model.shapes.get(&link.id) else { continue };
            if !seen.insert(&link.id) {
                continue;
            }
            if shape.kind != Kind::Structure || !shape.traits.has("smithy.api#error") {
                let message = format!(
                    "`{}` is an error of `{}`, and is not a structure with the trait `error`",
                    shape.id.name, operation.id.name
                );
                self.diagnostics.push(
                    Diagnostic::invalid("not-an-error", link.origin.clone(), message)
                        .with_related(shape.origin.clone(), "defined here"),
                );
                continue;
            }
            // What is wrong with either trait is reported where the structure is lowered.
            let fault = traits::error(&shape.traits, &mut Vec::new());
            let code = traits::http_error(&shape.traits, &mut Vec::new());
            let code = code.unwrap_or(if fault == Some(ErrorFault::Server) { 500 } else { 400 });
            errors.push(Response {
                status: ResponseStatus::Code(code),
                shape: Some(link.id.clone()),
                documentation: None,
                origin: link.origin.clone(),
            });
        }
        errors
    }

    /// The member that is a stream of events: its target is a union with the trait `streaming`.
    fn event_stream(&self, structure: Option<&ShapeId>) -> Option<String> {
        let shape = self.model.shapes.get(structure?)?;
        let streams = |target: &Shape| {
            target.kind == Kind::Union && target.traits.has("smithy.api#streaming")
        };
        let mut members = shape.members.values();
        let member =
            members.find(|member| self.model.shapes.get(&member.target.id).is_some_and(streams))?;
        Some(member.name.clone())
    }

    fn host_prefix(&mut self, operation: &Shape) -> Option<String> {
        let applied = operation.traits.get(ENDPOINT)?;
        let prefix = applied.value().get("hostPrefix").and_then(Value::as_str);
        if prefix.is_none() {
            let rule = "needs a string as `hostPrefix`";
            self.diagnostics.push(traits::malformed(ENDPOINT, applied, "/hostPrefix", rule));
        }
        prefix.map(str::to_owned)
    }

    fn request_compression(&mut self, operation: &Shape) -> Vec<String> {
        const ID: &str = "smithy.api#requestCompression";
        let Some(applied) = operation.traits.get(ID) else { return Vec::new() };
        let encodings = applied.value().get("encodings").and_then(Value::as_array);
        let texts = encodings.map(|encodings| {
            encodings.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        });
        let texts = texts.unwrap_or_default();
        if texts.is_empty() {
            let rule = "needs a list of strings as `encodings`";
            self.diagnostics.push(traits::malformed(ID, applied, "/encodings", rule));
        }
        texts
    }
}

/// Which checksum the request must carry. What the newer trait says goes before what the older does.
fn checksum(operation: &Shape) -> Option<Checksum> {
    let newer = operation.traits.get("aws.protocols#httpChecksum");
    let required = newer.and_then(|applied| applied.value().get("requestChecksumRequired"));
    if required.and_then(Value::as_bool) == Some(true) {
        return Some(Checksum::Amz);
    }
    operation.traits.has("smithy.api#httpChecksumRequired").then_some(Checksum::Md5)
}
