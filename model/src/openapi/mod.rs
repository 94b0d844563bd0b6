//! Reads OpenAPI 3.0 and 3.1 documents, JSON or YAML.

mod body;
mod document;
mod facet;
mod name;
mod operation;
mod parameter;
mod path;
mod schema;
mod security;
mod shape;

use crate::{
    api::{Api, ErrorFault, Protocol, ResponseStatus, ShapeId, ShapeKind},
    diagnostic::{Diagnostic, Severity},
    node,
    source::{SourceId, Sources},
};
use document::Document;
use indexmap::IndexMap;
use shape::Shapes;
use std::collections::HashMap;

/// Reads the one document in `files`. Everything that is wrong with it, or that Farrier cannot do, goes
/// to `diagnostics`; if an error is among them, the `Api` lacks what it names.
pub(crate) fn read(
    sources: &Sources,
    files: &[SourceId],
    service: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Api> {
    let (&source, more) = files.split_first()?;
    if let Some(second) = more.first() {
        let origin = crate::Origin::span(*second, 0, 0);
        let message = "an OpenAPI document is one file; this is another one";
        diagnostics.push(Diagnostic::unsupported("openapi-several-files", origin, message));
        return None;
    }
    let file = sources.get(source)?;
    let parse = if node::is_json(file) { node::parse_json } else { node::parse_yaml };
    let node = match parse(&file.text, source) {
        Ok(node) => node,
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return None;
        }
    };
    let document = Document::open(&node, source, diagnostics)?;
    let mut reader = Reader::new(document);
    let api = reader.read(service);
    diagnostics.append(&mut reader.document.diagnostics);
    api
}

/// Lowers one document.
struct Reader<'a> {
    document: Document<'a>,
    shapes: Shapes<'a>,
    /// What the responses carry that have been read, by their pointers.
    responses: HashMap<String, Option<ShapeId>>,
    /// The statuses of the errors that a shape is, and whether it is anything else too.
    errors: IndexMap<ShapeId, Vec<ResponseStatus>>,
}

impl<'a> Reader<'a> {
    fn new(mut document: Document<'a>) -> Self {
        let root = document.root.clone();
        let info = document.object(&root, "info");
        let title = info.and_then(|info| document.string(&info, "title")).unwrap_or("");
        let components = document.object(&root, "components");
        let schemas = components.and_then(|components| document.object(&components, "schemas"));
        let names = schemas.iter().flat_map(|schemas| schemas.members().map(|(name, _)| name));
        let shapes = Shapes::new(name::namespace(title), names);
        Self { document, shapes, responses: HashMap::new(), errors: IndexMap::new() }
    }

    fn read(&mut self, service: Option<&str>) -> Option<Api> {
        let root = self.document.root.clone();
        let Some(info) = self.document.object(&root, "info") else {
            self.document.invalid("openapi-structure", &root, "the document has no `info`");
            return None;
        };
        let Some(title) = self.document.string(&info, "title") else {
            self.document.invalid("openapi-structure", &info, "the API has no title");
            return None;
        };
        let version = self.document.string(&info, "version");
        if version.is_none() && info.get("version").is_none() {
            self.document.invalid("openapi-structure", &info, "the API has no version");
        }
        let mut name = name::pascal_case(title);
        if name.is_empty() {
            name.push_str("Api");
        }
        let id = ShapeId::new(name::namespace(title), name);
        if let Some(service) = service
            && service != id.name
            && service != id.to_string()
            && service != title
        {
            let message = format!("the document describes `{}`, not `{service}`", id.name);
            self.document.invalid("unknown-service", &info, message);
            return None;
        }
        let (mut auth, default_auth) = self.read_security(&root);
        let servers = self.read_servers(&root);
        let mut operations = self.read_operations(&root, &default_auth);
        security::simplify(&mut auth, &mut operations);
        self.note_left_out(&root);
        self.finish_shapes();
        self.mark_errors(&operations);
        Some(Api {
            id,
            version: version.unwrap_or("").to_owned(),
            title: Some(title.to_owned()),
            documentation: self.document.string(&info, "description").map(str::to_owned),
            protocols: vec![Protocol::HttpJson],
            auth,
            aws: None,
            servers,
            operations,
            shapes: std::mem::take(&mut self.shapes).into_shapes(&self.document),
            origin: info.origin(),
        })
    }

    /// What a document may hold beside operations.
    fn note_left_out(&mut self, root: &node::Place<'a>) {
        if let Some(place) = root.get("webhooks") {
            let message = "webhooks are left out";
            self.document.ignored("openapi-webhooks", Severity::Note, &place, message);
        }
    }

    /// Says of the structures that are nothing but errors whose fault they are.
    fn mark_errors(&mut self, operations: &IndexMap<String, crate::api::Operation>) {
        for operation in operations.values() {
            for response in &operation.errors {
                let Some(id) = &response.shape else { continue };
                let statuses = self.errors.entry(id.clone()).or_default();
                if !statuses.contains(&response.status) {
                    statuses.push(response.status);
                }
            }
        }
        for operation in operations.values() {
            let outputs = operation.outputs.iter().filter_map(|output| output.shape.as_ref());
            for id in outputs.chain(&operation.input) {
                self.errors.swap_remove(id);
            }
        }
        for target in self.shapes.targets(&self.errors) {
            self.errors.swap_remove(&target);
        }
        for (id, statuses) in std::mem::take(&mut self.errors) {
            let Some(ShapeKind::Structure(structure)) = self.shapes.kind_mut(&id) else { continue };
            let class = |status: &ResponseStatus| match status {
                ResponseStatus::Code(code) => Some(code / 100),
                ResponseStatus::Class(class) => Some(u16::from(*class)),
                ResponseStatus::Default => None,
            };
            structure.error = statuses.iter().filter_map(class).find_map(|class| match class {
                4 => Some(ErrorFault::Client),
                5 => Some(ErrorFault::Server),
                _ => None,
            });
            if let ([ResponseStatus::Code(code)], Some(_)) = (statuses.as_slice(), structure.error)
            {
                structure.http_error = Some(*code);
            }
        }
    }
}
