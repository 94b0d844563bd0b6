//! From paths to an [`Api`]: finds the files, sees what language each is in, and reads them.

use crate::{
    api::Api,
    check,
    diagnostic::{Diagnostic, Severity},
    node, openapi, smithy,
    source::{Origin, SourceId, Sources},
};
use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

/// What came of reading a model.
#[derive(Debug)]
pub struct Reading {
    /// The files, for printing diagnostics.
    pub sources: Sources,
    /// The API; `None` if there is any error.
    pub api: Option<Api>,
    /// All there is to say about the model, errors and others, in the order of their discovery.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the model that the files at `paths` are together. A directory stands for every `.smithy`,
/// `.json`, `.yaml` and `.yml` file in it and in what it holds.
///
/// `service` chooses among the services of a Smithy model, by the whole id or the bare name; one
/// that has a single service needs no choice.
pub fn read(paths: &[PathBuf], service: Option<&str>) -> Reading {
    let mut sources = Sources::new();
    let mut diagnostics = Vec::new();
    let files = find(paths, &mut sources, &mut diagnostics);
    finish(sources, &files, service, diagnostics)
}

/// Reads the model that texts already at hand are together. Their paths are only shown, but for the
/// extension, which says what a text is written in as it does for [`read`].
///
/// ```
/// let mut sources = farrier_model::Sources::new();
/// sources.add("cities.smithy", "$version: \"2.0\"\nnamespace cities\n");
/// let reading = farrier_model::read_sources(sources, None);
/// assert!(reading.api.is_none(), "it has no service");
/// ```
pub fn read_sources(sources: Sources, service: Option<&str>) -> Reading {
    let ids: Vec<SourceId> = sources.iter().map(|(id, _)| id).collect();
    let file = |id| File { id, language: language(&sources, id), named: true };
    let files: Vec<File> = ids.into_iter().map(file).collect();
    let diagnostics = if files.is_empty() { vec![no_file()] } else { Vec::new() };
    finish(sources, &files, service, diagnostics)
}

fn finish(
    mut sources: Sources,
    files: &[File],
    service: Option<&str>,
    mut diagnostics: Vec<Diagnostic>,
) -> Reading {
    let api = read_files(&mut sources, files, service, &mut diagnostics);
    let failed = diagnostics.iter().any(|finding| finding.severity == Severity::Error);
    Reading { sources, api: api.filter(|_| !failed), diagnostics }
}

fn no_file() -> Diagnostic {
    Diagnostic::invalid("no-model", Origin::BuiltIn, "no file was given to read a model from")
}

/// The Smithy files at `paths`; whatever else is named is an error.
pub(crate) fn smithy_files(
    paths: &[PathBuf],
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<SourceId> {
    let files = find(paths, sources, diagnostics);
    report_unrecognised(sources, &files, diagnostics);
    for file in files.iter().filter(|file| file.language == Some(Language::OpenApi)) {
        let message = "this is OpenAPI, and only Smithy is loaded here";
        let finding = Diagnostic::invalid("mixed-model", Origin::span(file.id, 0, 0), message);
        let severity = if file.named { Severity::Error } else { Severity::Note };
        diagnostics.push(finding.with_severity(severity));
    }
    of(&files, Language::Smithy)
}

/// Finds and loads the files that `paths` stand for.
fn find(paths: &[PathBuf], sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<File> {
    let mut files = Vec::new();
    // A file that is named twice, or lies in a directory that is named too, is one file.
    let mut seen = HashSet::new();
    let mut is_new = |path: &Path| fs::canonicalize(path).map_or(true, |path| seen.insert(path));
    let mut walked = HashSet::new();
    for path in paths {
        if path.is_dir() {
            let mut found = Vec::new();
            walk(path, &mut walked, sources, &mut found, diagnostics);
            if found.is_empty() {
                let message = "this directory holds no .smithy, .json, .yaml or .yml file";
                let origin = unreadable(sources, path);
                diagnostics.push(Diagnostic::invalid("no-model", origin, message));
            }
            for path in found.into_iter().filter(|path| is_new(path)) {
                load(&path, false, sources, &mut files, diagnostics);
            }
        } else if is_new(path) {
            load(path, true, sources, &mut files, diagnostics);
        }
    }
    if paths.is_empty() {
        diagnostics.push(no_file());
    }
    files
}

/// The files in this language.
fn of(files: &[File], language: Language) -> Vec<SourceId> {
    files.iter().filter(|file| file.language == Some(language)).map(|file| file.id).collect()
}

/// A file, and what it is written in.
struct File {
    id: SourceId,
    language: Option<Language>,
    /// Whether it was named, not found in a directory.
    named: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Smithy,
    OpenApi,
}

/// Adds the files below `directory` to `found`, sorted, but for directories that have been `walked`: links may
/// lead back up.
fn walk(
    directory: &Path,
    walked: &mut HashSet<PathBuf>,
    sources: &mut Sources,
    found: &mut Vec<PathBuf>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if fs::canonicalize(directory).is_ok_and(|directory| !walked.insert(directory)) {
        return;
    }
    let listing = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>());
    let mut paths = match listing {
        Ok(paths) => paths,
        Err(error) => {
            let message = format!("this directory cannot be read: {error}");
            let origin = unreadable(sources, directory);
            diagnostics.push(Diagnostic::invalid("unreadable", origin, message));
            return;
        }
    };
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            walk(&path, walked, sources, found, diagnostics);
        } else if matches!(extension(&path), "smithy" | "json" | "yaml" | "yml") {
            found.push(path);
        }
    }
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn load(
    path: &Path,
    named: bool,
    sources: &mut Sources,
    files: &mut Vec<File>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match sources.load(path) {
        Ok(id) => files.push(File { id, language: language(sources, id), named }),
        Err(error) => {
            let message = format!("this file cannot be read: {error}");
            let origin = unreadable(sources, path);
            diagnostics.push(Diagnostic::invalid("unreadable", origin, message));
        }
    }
}

/// A place in a file whose text is not there.
fn unreadable(sources: &mut Sources, path: &Path) -> Origin {
    Origin::span(sources.add(path, ""), 0, 0)
}

/// What the file is written in: by its name, and where that is not enough, by its keys.
fn language(sources: &Sources, id: SourceId) -> Option<Language> {
    let source = sources.get(id)?;
    match extension(&source.path) {
        "smithy" => return Some(Language::Smithy),
        // Smithy's AST is JSON only.
        "yaml" | "yml" => return Some(Language::OpenApi),
        _ => {}
    }
    let keys = node::top_level_keys(&source.text);
    let has = |wanted: &str| keys.iter().any(|key| key == wanted);
    if has("smithy") {
        Some(Language::Smithy)
    } else if has("openapi") || has("swagger") {
        Some(Language::OpenApi)
    } else {
        None
    }
}

fn read_files(
    sources: &mut Sources,
    files: &[File],
    service: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Api> {
    report_unrecognised(sources, files, diagnostics);
    let smithy = of(files, Language::Smithy);
    let openapi = of(files, Language::OpenApi);
    let api = match (smithy.first(), openapi.first()) {
        (Some(&smithy), Some(&openapi)) => {
            let message = "a model is Smithy or OpenAPI, and these files are some of both";
            diagnostics.push(
                Diagnostic::invalid("mixed-model", Origin::span(openapi, 0, 0), message)
                    .with_label("OpenAPI")
                    .with_related(Origin::span(smithy, 0, 0), "Smithy"),
            );
            None
        }
        (Some(_), None) => smithy::read(sources, &smithy, service, diagnostics),
        (None, Some(_)) => openapi::read(sources, &openapi, service, diagnostics),
        (None, None) => None,
    };
    if let Some(api) = &api {
        check::check(api, diagnostics);
    }
    api
}

/// Reports what is in neither language.
fn report_unrecognised(sources: &Sources, files: &[File], diagnostics: &mut Vec<Diagnostic>) {
    let recognised = files.iter().any(|file| file.language.is_some());
    for file in files.iter().filter(|file| file.language.is_none()) {
        // What is not JSON is reported as that.
        if let Err(finding) = node::parse_json(sources.text(file.id), file.id) {
            diagnostics.push(finding);
            continue;
        }
        let origin = Origin::span(file.id, 0, 0);
        let message = "this is neither Smithy nor OpenAPI: it has no key `smithy` or `openapi`";
        let finding = Diagnostic::invalid("no-model", origin, message);
        // A directory may hold other JSON files too.
        diagnostics.push(if file.named || !recognised {
            finding.with_help(
                "expected Smithy (a .smithy file, or JSON with the key `smithy`) or OpenAPI (JSON \
                 or YAML with the key `openapi`)",
            )
        } else {
            finding.with_severity(Severity::Note).with_help("it is passed over")
        });
    }
}
