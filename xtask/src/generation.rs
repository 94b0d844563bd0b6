//! From models to the files of crates; nothing is written here.

use crate::{
    apis::{Spanned, suggest},
    cache::Cache,
    workspace::{Workspace, relative, with_slashes},
};
use farrier_generator::{Manifest, Options, Provenance, Role, generate};
use farrier_model::{Api, Diagnostic, Origin, Reading, Severity, Sources, diagnostic};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// A model, and the crates to write from it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// What people call it.
    pub(crate) name: String,
    /// The model's files and directories, absolute or from where the user stands.
    pub(crate) model: Vec<PathBuf>,
    /// Which service of the model.
    pub(crate) service: Option<String>,
    /// The operations to generate; `None` is all.
    pub(crate) operations: Option<Vec<Spanned<String>>>,
    /// The file that the operations' places are in.
    pub(crate) named_in: Option<(PathBuf, String)>,
    /// The crates.
    pub(crate) crates: Vec<CrateTarget>,
    /// What a publisher says of them.
    pub(crate) manifest: Manifest,
    /// Whether the model's protocol tests become tests of the crates.
    pub(crate) protocol_tests: bool,
}

/// A crate to write.
#[derive(Clone, Debug)]
pub(crate) struct CrateTarget {
    /// Client or server.
    pub(crate) role: Role,
    /// The package's name.
    pub(crate) package: String,
    /// Its directory, absolute.
    pub(crate) directory: PathBuf,
}

/// What came of a target.
pub(crate) struct Generation {
    /// The target's name.
    pub(crate) name: String,
    /// How many files the model has.
    pub(crate) models: usize,
    /// How long reading the model took.
    pub(crate) reading: Duration,
    /// The files that diagnostics are about.
    pub(crate) sources: Sources,
    /// What there is to say about the model.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The crates, none if there is any error.
    pub(crate) crates: Vec<GeneratedCrate>,
}

/// The files of a crate.
pub(crate) struct GeneratedCrate {
    /// What was asked for.
    pub(crate) target: CrateTarget,
    /// Path below the crate's directory → text.
    pub(crate) files: Vec<(String, String)>,
    /// How long generating them took.
    pub(crate) time: Duration,
}

impl Generation {
    /// Whether there is an error among the diagnostics.
    pub(crate) fn failed(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The diagnostics as text: for people, or a JSON object a line.
    pub(crate) fn report(&self, json: bool, colour: bool) -> String {
        match json {
            true => diagnostic::to_json_lines(&self.sources, &self.diagnostics),
            false => diagnostic::render(&self.sources, &self.diagnostics, colour),
        }
    }
}

/// Reads every target's model and generates its crates, several at a time; the order is kept.
///
/// With a `cache`, what is known to be on disk already is taken from there.
pub(crate) fn generate_all(
    workspace: &Workspace,
    targets: &[Target],
    cache: Option<&Cache>,
) -> Vec<Generation> {
    targets.par_iter().map(|target| generate_one(workspace, target, cache)).collect()
}

fn generate_one(workspace: &Workspace, target: &Target, cache: Option<&Cache>) -> Generation {
    let start = Instant::now();
    let paths: Vec<PathBuf> = target.model.iter().map(|path| workspace.shown(path)).collect();
    let Reading { mut sources, api, mut diagnostics } =
        farrier_model::read(&paths, target.service.as_deref());
    let models = sources.iter().count();
    let provenance = provenance(workspace, &sources);
    let mut api = api;
    if let Some(api) = &mut api {
        keep_operations(target, api, &mut sources, &mut diagnostics);
    }
    let reading = start.elapsed();
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let mut crates = Vec::new();
    if let Some(api) = api.filter(|_| !failed) {
        let made: Vec<(GeneratedCrate, Vec<Diagnostic>)> = target
            .crates
            .par_iter()
            .map(|crate_target| {
                let start = Instant::now();
                let options = options(workspace, target, crate_target, &provenance);
                let inputs = cache.map(|cache| cache.inputs(target, &options));
                let known = cache.zip(inputs.as_deref());
                let known = known.and_then(|(cache, inputs)| cache.files(crate_target, inputs));
                let (files, diagnostics) = match known {
                    Some(files) => (files, Vec::new()),
                    None => {
                        let generated = generate(&api, &options);
                        (generated.files, generated.diagnostics)
                    }
                };
                // What is said about a model has to be said every time.
                let quiet = cache.filter(|_| diagnostics.is_empty());
                if let Some((cache, inputs)) = quiet.zip(inputs) {
                    cache.record(crate_target, inputs, &files);
                }
                let time = start.elapsed();
                (GeneratedCrate { target: crate_target.clone(), files, time }, diagnostics)
            })
            .collect();
        for (made, findings) in made {
            crates.push(made);
            diagnostics.extend(findings);
        }
    }
    let name = target.name.clone();
    let mut generation = Generation { name, models, reading, sources, diagnostics, crates };
    if generation.failed() {
        generation.crates.clear();
    }
    generation
}

fn options(
    workspace: &Workspace,
    target: &Target,
    crate_target: &CrateTarget,
    provenance: &Provenance,
) -> Options {
    let runtime = relative(&crate_target.directory, &workspace.runtime());
    Options {
        role: crate_target.role,
        package: crate_target.package.clone(),
        // From another drive there is only the whole path.
        runtime_path: Some(with_slashes(&runtime.unwrap_or_else(|| workspace.runtime()))),
        manifest: target.manifest.clone(),
        provenance: provenance.clone(),
        protocol_tests: target.protocol_tests,
    }
}

/// The model's files as the project names them, and their digests. What lies outside of the workspace
/// is named by its file name only: where it lay on somebody's machine is nobody's business.
fn provenance(workspace: &Workspace, sources: &Sources) -> Provenance {
    let name = |path: &Path| {
        workspace.named(path).unwrap_or_else(|| {
            path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
        })
    };
    let mut files: Vec<(String, String)> = sources
        .iter()
        .map(|(_, source)| (name(&source.path), sha256(source.text.as_bytes())))
        .collect();
    files.sort();
    Provenance { files }
}

/// The SHA-256 digest in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Leaves out every operation but those that the target names.
fn keep_operations(
    target: &Target,
    api: &mut Api,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(wanted) = &target.operations else { return };
    let names: Vec<&str> = api.operations.keys().map(String::as_str).collect();
    let missing: Vec<&Spanned<String>> =
        wanted.iter().filter(|name| !names.contains(&name.value.as_str())).collect();
    if !missing.is_empty() {
        let file = target.named_in.as_ref().map(|(path, text)| sources.add(path, text.as_str()));
        for name in missing {
            let origin = match (&name.origin, file) {
                (Origin::Span { start, end, .. }, Some(source)) => {
                    Origin::Span { source, start: *start, end: *end }
                }
                _ => Origin::BuiltIn,
            };
            let message = format!("`{}` has no operation `{}`", target.name, name.value);
            diagnostics.push(
                Diagnostic::invalid("no-such-operation", origin, message)
                    .with_help(suggest(&name.value, &names)),
            );
        }
    }
    api.retain_operations(|operation| wanted.iter().any(|name| name.value == operation.name));
}
