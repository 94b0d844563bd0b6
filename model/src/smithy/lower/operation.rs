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
const HTTP_CHECKSUM: &str = "aws.protocols#httpChecksum";

impl Lowering<'_, '_> {
    /// Lowers an operation of `service`.
    pub(super) fn operation(&mut self, operation: &Shape, service: &Shape) -> api::Operation {
        let own = &operation.traits;
        let (http, code) = self.http(operation);
        let input = structure(operation.links.input.as_ref());
        let output = structure(operation.links.output.as_ref());
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
            documentation: traits::documentation(own),
            deprecated: traits::deprecated(own),
            http,
            input,
            outputs: vec![output],
            errors,
            readonly: own.has("smithy.api#readonly"),
            idempotent: own.has("smithy.api#idempotent"),
            host_prefix: host_prefix(operation),
            auth: service::operation_auth(self.model, operation, service),
            optional_auth: own.has("smithy.api#optionalAuth"),
            unsigned_payload: own.has("aws.auth#unsignedPayload"),
            checksum: checksum(operation),
            checksum_algorithm: checksum_algorithm(operation),
            request_compression: request_compression(operation),
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
        let method = text("method").unwrap_or_default();
        if method.bytes().any(|byte| !byte.is_ascii_alphanumeric() && byte != b'-') {
            let rule = "needs the name of an HTTP method as `method`";
            self.diagnostics.push(traits::malformed(HTTP, applied, "/method", rule));
        }
        let uri = text("uri").unwrap_or_default();
        let pattern = uri::parse(uri).map_err(|wrong| {
            let origin = applied.value.origin_at("/uri");
            let message = format!("the uri `{uri}` {wrong}");
            self.diagnostics.push(Diagnostic::invalid("http-uri", origin, message));
        });
        let code = applied.value().get("code").and_then(|code| traits::status(code, 100..=999));
        let http = pattern.ok().map(|uri| Http { method: method.to_ascii_uppercase(), uri });
        (http, code.unwrap_or(200))
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
            // What is wrong with the status is reported where the structure is lowered.
            let fault = traits::error(&shape.traits);
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
}

/// The structure behind `input` or `output`; `None` for `Unit`.
fn structure(link: Option<&Link>) -> Option<ShapeId> {
    link.map(|link| link.id.clone()).filter(|id| !is_unit(id))
}

fn host_prefix(operation: &Shape) -> Option<String> {
    let prefix = operation.traits.get("smithy.api#endpoint")?.value().get("hostPrefix")?;
    prefix.as_str().map(str::to_owned)
}

fn request_compression(operation: &Shape) -> Vec<String> {
    let applied = operation.traits.get("smithy.api#requestCompression");
    let encodings = applied.and_then(|applied| applied.value().get("encodings")?.as_array());
    let texts = encodings.unwrap_or_default().iter().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// The member that chooses the algorithm of a checksum.
fn checksum_algorithm(operation: &Shape) -> Option<String> {
    let applied = operation.traits.get(HTTP_CHECKSUM)?;
    let member = applied.value().get("requestAlgorithmMember")?;
    member.as_str().map(str::to_owned)
}

/// Which checksum the request must carry. What the newer trait says goes before what the older does.
fn checksum(operation: &Shape) -> Option<Checksum> {
    let newer = operation.traits.get(HTTP_CHECKSUM);
    let required = newer.and_then(|applied| applied.value().get("requestChecksumRequired"));
    if required.and_then(Value::as_bool) == Some(true) {
        return Some(Checksum::Amz);
    }
    operation.traits.has("smithy.api#httpChecksumRequired").then_some(Checksum::Md5)
}
