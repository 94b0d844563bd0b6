//! Smithy, both as IDL and as JSON AST.

mod ast;
mod document;
mod idl;
mod lower;
mod model;
mod prelude;
mod resolve;
#[cfg(test)]
mod tests;

use crate::{
    api::Api,
    diagnostic::{Diagnostic, Severity},
    node,
    source::{SourceId, Sources},
};
use document::Document;
use std::path::Path;

/// Reads the service `service` (by its whole id or its bare name; without one, the only one) of
/// the model that `files` are together, and adds all that is wrong with it to `diagnostics`.
///
/// Files whose names end in `.smithy` are IDL, all others JSON AST.
pub(crate) fn read(
    sources: &Sources,
    files: &[SourceId],
    service: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Api> {
    let before = diagnostics.len();
    let mut documents = Vec::with_capacity(files.len());
    for &file in files {
        documents.extend(document(sources, file, diagnostics));
    }
    // What a file with errors defines is not known, so that most of what there would be to say now
    // would be wrong.
    if diagnostics.iter().skip(before).any(|finding| finding.severity == Severity::Error) {
        return None;
    }
    let model = resolve::resolve(documents, diagnostics);
    lower::lower(&model, service, files.first().copied(), diagnostics)
}

/// Whether the name of a file says that it is IDL.
fn is_idl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "smithy")
}

fn document(
    sources: &Sources,
    file: SourceId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Document> {
    let source = sources.get(file)?;
    if is_idl(&source.path) {
        return idl::parse(sources, file, diagnostics);
    }
    match node::parse_json(&source.text, file) {
        Ok(root) => Some(ast::read(&root, file, diagnostics)),
        Err(finding) => {
            diagnostics.push(finding);
            None
        }
    }
}
