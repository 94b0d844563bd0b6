//! Path items and operations.

use super::{
    Reader,
    name::{Names, pascal_case},
    path::{self, PathError},
};
use crate::{
    api::{
        Http, HttpLocation, Member, Operation, ProtocolTests, Response, ResponseStatus, Shape,
        ShapeId, ShapeKind, Simple, StructureShape, Target, UriPattern,
    },
    diagnostic::{Diagnostic, Severity},
    node::Place,
};
use indexmap::{IndexMap, map::Entry};

/// The members of a path item that are operations.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What is known of an operation before its messages are read.
struct Outline<'a> {
    place: Place<'a>,
    item: Place<'a>,
    name: String,
    method: String,
    uri: UriPattern,
}

impl<'a> Reader<'a> {
    /// All operations, by name, in the order of the document.
    pub(super) fn read_operations(
        &mut self,
        root: &Place<'a>,
        default_auth: &Security,
    ) -> IndexMap<String, Operation> {
        let outlines = self.read_outlines(root);
        let mut operations: IndexMap<String, Operation> = IndexMap::new();
        for outline in outlines {
            let operation = self.read_operation(&outline, default_auth);
            match operations.entry(outline.name) {
                Entry::Vacant(entry) => {
                    entry.insert(operation);
                }
                Entry::Occupied(entry) => {
                    let message = format!("there are two operations `{}`", entry.key());
                    let diagnostic =
                        Diagnostic::invalid("openapi-operation-id", operation.origin, message)
                            .with_related(entry.get().origin.clone(), "the first one");
                    self.document.diagnostics.push(diagnostic);
                }
            }
        }
        operations
    }

    fn read_outlines(&mut self, root: &Place<'a>) -> Vec<Outline<'a>> {
        let mut outlines = Vec::new();
        let mut unnamed = Vec::new();
        let mut taken = Names::default();
        let paths = self.document.object(root, "paths");
        for (path, item) in paths.iter().flat_map(Place::members) {
            if path.starts_with("x-") {
                continue;
            }
            let uri = match path::parse(path) {
                Ok(uri) => uri,
                Err(error) => {
                    let origin = item.key_origin();
                    self.document.diagnostics.push(match error {
                        PathError::Invalid(message) => {
                            Diagnostic::invalid("openapi-path", origin, message)
                        }
                        PathError::Unsupported(message) => {
                            Diagnostic::unsupported("openapi-path", origin, message)
                        }
                    });
                    continue;
                }
            };
            let Some(item) = self.document.resolve(&item) else { continue };
            for (method, place) in item.members().filter(|(name, _)| METHODS.contains(name)) {
                if self.document.object(&item, method).is_none() {
                    continue;
                }
                let id = self.document.string(&place, "operationId").filter(|id| !id.is_empty());
                match id {
                    Some(id) => taken.insert(id),
                    None => {
                        unnamed.push((outlines.len(), pascal_case(&format!("{method} {path}"))));
                        false
                    }
                };
                outlines.push(Outline {
                    place,
                    item: item.clone(),
                    name: id.unwrap_or("").to_owned(),
                    method: method.to_uppercase(),
                    uri: uri.clone(),
                });
            }
        }
        for (index, name) in unnamed {
            if let Some(outline) = outlines.get_mut(index) {
                outline.name = taken.claim(&name);
            }
        }
        outlines
    }

    fn read_operation(&mut self, outline: &Outline<'a>, default_auth: &Security) -> Operation {
        let Outline { place, item, name, method, uri } = outline;
        let stem = pascal_case(name);
        let input = self.read_input(outline, &stem);
        let (outputs, errors) = self.read_responses(place, &stem);
        self.note_ignored(item, place);
        let security = self.read_operation_security(place, default_auth);
        let readonly = matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
        Operation {
            name: name.clone(),
            documentation: self.documentation(place),
            deprecated: self.document.boolean(place, "deprecated").then(String::new),
            http: Some(Http { method: method.clone(), uri: uri.clone() }),
            input,
            outputs,
            errors,
            readonly,
            idempotent: matches!(method.as_str(), "PUT" | "DELETE"),
            host_prefix: None,
            auth: Some(security.schemes),
            optional_auth: security.optional,
            unsigned_payload: false,
            checksum: None,
            checksum_algorithm: None,
            request_compression: Vec::new(),
            event_stream: None,
            tests: ProtocolTests::default(),
            pagination: None,
            waiters: Vec::new(),
            origin: place.key_origin(),
        }
    }

    /// The structure with one member a parameter, and what the body holds.
    fn read_input(&mut self, outline: &Outline<'a>, stem: &str) -> Option<ShapeId> {
        let mut structure = StructureShape { input: true, ..StructureShape::default() };
        let labels = path::labels(&outline.uri);
        for parameter in self.read_parameters(&outline.item, &outline.place, &labels, stem) {
            structure.members.insert(parameter.name.clone(), parameter);
        }
        for label in labels {
            let member = structure.members.get(label);
            if member.is_some_and(|member| member.http == Some(HttpLocation::Label)) {
                continue;
            }
            let origin = outline.place.key_origin();
            let message = format!("no parameter describes `{{{label}}}` in the path");
            let diagnostic = Diagnostic::invalid("openapi-path", origin.clone(), message);
            self.document.diagnostics.push(diagnostic);
            // One finding is enough: what comes later sees a label like any other.
            let mut member = Member::new(label, Target::Simple(Simple::String), origin);
            member.required = true;
            member.http = Some(HttpLocation::Label);
            structure.members.insert(label.to_owned(), member);
        }
        self.read_request_body(&outline.place, stem, &mut structure);
        if structure.members.is_empty() {
            return None;
        }
        let id = self.shapes.claim(&format!("{stem}Input"));
        self.insert_structure(id.clone(), &outline.place, structure, None);
        Some(id)
    }

    /// Adds a structure that the document does not name.
    pub(super) fn insert_structure(
        &mut self,
        id: ShapeId,
        place: &Place<'a>,
        structure: StructureShape,
        documentation: Option<String>,
    ) {
        let shape = Shape {
            name: id.name.clone(),
            documentation,
            deprecated: None,
            sensitive: false,
            kind: ShapeKind::Structure(structure),
            origin: place.key_origin(),
        };
        self.shapes.insert(id, place.clone(), shape);
    }

    /// The answers: successes, and all others. If none is said to be a success, `default` is both.
    fn read_responses(&mut self, place: &Place<'a>, stem: &str) -> (Vec<Response>, Vec<Response>) {
        let mut outputs = Vec::new();
        let mut errors = Vec::new();
        let responses = self.document.object(place, "responses");
        let mut all = Vec::new();
        for (key, response) in responses.iter().flat_map(Place::members) {
            if key.starts_with("x-") {
                continue;
            }
            match status(key) {
                Some(status) => all.push((status, response)),
                None => {
                    let message = format!("`{key}` is no status: one is `200`, `4XX` or `default`");
                    let origin = response.key_origin();
                    let diagnostic = Diagnostic::invalid("openapi-status", origin, message);
                    self.document.diagnostics.push(diagnostic);
                }
            }
        }
        let successes = all.iter().filter(|(status, _)| is_success(*status)).count();
        for (status, response) in all {
            let name = match status {
                _ if is_success(status) && successes > 1 => {
                    format!("{stem}Output{}", suffix(status))
                }
                _ if is_success(status) => format!("{stem}Output"),
                ResponseStatus::Default if successes == 0 => format!("{stem}Output"),
                _ => format!("{stem}Error{}", suffix(status)),
            };
            let read = self.read_response(status, &response, &name);
            let Some(read) = read else { continue };
            match status {
                ResponseStatus::Default if successes == 0 => {
                    outputs.push(read.clone());
                    errors.push(read);
                }
                _ if is_success(status) => outputs.push(read),
                _ => errors.push(read),
            }
        }
        (outputs, errors)
    }

    fn documentation(&mut self, place: &Place<'a>) -> Option<String> {
        let summary = self.document.string(place, "summary").unwrap_or("").trim();
        let description = self.document.string(place, "description").unwrap_or("").trim();
        let text = match (summary, description) {
            ("", "") => return None,
            (text, "") | ("", text) => text.to_owned(),
            (summary, description) if description.starts_with(summary) => description.to_owned(),
            (summary, description) => format!("{summary}\n\n{description}"),
        };
        Some(text)
    }

    fn note_ignored(&mut self, item: &Place<'a>, operation: &Place<'a>) {
        if let Some(callbacks) = operation.get("callbacks") {
            let message = "callbacks are left out";
            self.document.ignored("openapi-callbacks", Severity::Note, &callbacks, message);
        }
        for place in [item, operation] {
            if let Some(servers) = place.get("servers") {
                let message = "only the servers of the whole document are known";
                self.document.ignored("openapi-servers", Severity::Warning, &servers, message);
            }
        }
    }
}

/// Who may call.
#[derive(Clone, Debug, Default)]
pub(super) struct Security {
    pub(super) schemes: Vec<String>,
    pub(super) optional: bool,
}

fn status(key: &str) -> Option<ResponseStatus> {
    match key.as_bytes() {
        b"default" => Some(ResponseStatus::Default),
        [class @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => {
            Some(ResponseStatus::Class(class - b'0'))
        }
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(ResponseStatus::Code),
        _ => None,
    }
}

fn is_success(status: ResponseStatus) -> bool {
    match status {
        ResponseStatus::Code(code) => (200..300).contains(&code),
        ResponseStatus::Class(class) => class == 2,
        ResponseStatus::Default => false,
    }
}

fn suffix(status: ResponseStatus) -> String {
    match status {
        ResponseStatus::Code(code) => code.to_string(),
        ResponseStatus::Class(class) => format!("{class}XX"),
        ResponseStatus::Default => "Default".to_owned(),
    }
}
