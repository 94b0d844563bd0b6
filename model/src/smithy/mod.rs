//! Smithy, both as IDL and as JSON AST.

mod ast;
mod definitions;
mod document;
mod idl;
mod lower;
mod model;
mod prelude;
mod resolve;
mod serialize;
mod validate;

use crate::{
    api::Api,
    diagnostic::{Diagnostic, Severity},
    node, reading,
    source::{SourceId, Sources},
};
pub use model::Model;
pub use serialize::Mixins;
pub use validate::{Validation, validate, validate_sources};

use document::Document;
use std::path::{Path, PathBuf};

/// What came of loading a Smithy model.
#[derive(Debug)]
pub struct Loading {
    /// The files, for printing diagnostics.
    pub sources: Sources,
    /// All of the model, or, if there is any error, as much of it as could be understood.
    pub model: Model,
    /// All there is to say about the model, errors and others, in the order of their discovery.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loading {
    /// Whether there is any error, so that the model is not to be relied on.
    pub fn is_broken(&self) -> bool {
        self.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Loads the Smithy model that the files at `paths` are together, whatever services it has. A directory
/// stands for every `.smithy` and `.json` file in it and in what it holds; JSON in it that is no Smithy
/// is passed over.
pub fn load(paths: &[PathBuf]) -> Loading {
    let mut sources = Sources::new();
    let mut diagnostics = Vec::new();
    let files = reading::smithy_files(paths, &mut sources, &mut diagnostics);
    let model = assemble(&sources, &files, &mut diagnostics);
    Loading { sources, model, diagnostics }
}

/// The same for files whose text is already there: all of `sources`.
pub fn load_sources(sources: Sources) -> Loading {
    let mut diagnostics = Vec::new();
    let files: Vec<SourceId> = sources.iter().map(|(id, _)| id).collect();
    let model = assemble(&sources, &files, &mut diagnostics);
    Loading { sources, model, diagnostics }
}

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
    let (documents, broken) = parse(sources, files, diagnostics);
    if broken {
        return None;
    }
    let mut findings = diagnostics.split_off(before);
    let model = resolve::resolve(documents, &mut findings);
    let valid = validate::report(&model, &mut findings);
    diagnostics.append(&mut findings);
    // Lowering would say once more, in other words, what is wrong.
    if !valid {
        return None;
    }
    lower::lower(&model, service, files.first().copied(), diagnostics)
}

/// As much as can be understood of the model that `files` are together.
fn assemble(sources: &Sources, files: &[SourceId], diagnostics: &mut Vec<Diagnostic>) -> Model {
    let (documents, broken) = parse(sources, files, diagnostics);
    if broken {
        return resolve::resolve(documents, &mut Vec::new());
    }
    resolve::resolve(documents, diagnostics)
}

/// What each of `files` says, and whether there is an error in any of them: what such a file defines is
/// not known, so that most of what there would be to say about the model would be wrong.
fn parse(
    sources: &Sources,
    files: &[SourceId],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Document>, bool) {
    let before = diagnostics.len();
    let mut documents = Vec::with_capacity(files.len());
    for &file in files {
        documents.extend(document(sources, file, diagnostics));
    }
    let mut found = diagnostics.iter().skip(before);
    let broken = found.any(|finding| finding.severity == Severity::Error);
    (documents, broken)
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
        return Some(idl::parse(sources, file, diagnostics));
    }
    match node::parse_json(&source.text, file) {
        Ok(root) => Some(ast::read(&root, file, diagnostics)),
        Err(finding) => {
            diagnostics.push(finding);
            None
        }
    }
}
