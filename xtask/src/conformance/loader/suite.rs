//! The files of the suite, the cases that claim them, and how a case loads them.

use super::compare;
use crate::{
    conformance::{Case, Outcome},
    failure::Failure,
};
use farrier_model::{
    Severity, Sources,
    api::Value,
    diagnostic,
    smithy::{self, Loading, Mixins, Validation},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The cases so far, and the files that no case has claimed.
pub(super) struct Suite {
    root: PathBuf,
    files: BTreeSet<String>,
    unclaimed: BTreeSet<String>,
    cases: Vec<Case>,
}

impl Suite {
    /// A suite of all files below `root`.
    pub(super) fn list(root: &Path) -> Result<Self, Failure> {
        let mut files = BTreeSet::new();
        for path in files_below(root)? {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            files.insert(relative.to_string_lossy().replace('\\', "/"));
        }
        let unclaimed = files.clone();
        Ok(Self { root: root.to_path_buf(), files, unclaimed, cases: Vec::new() })
    }

    /// The files below `folder`, by their paths in the suite; a case fails if there are none.
    pub(super) fn files_in(&mut self, folder: &str) -> Vec<String> {
        let folder = format!("{folder}/");
        let files: Vec<String> =
            self.files.iter().filter(|file| file.starts_with(&folder)).cloned().collect();
        if files.is_empty() {
            self.add(folder, Err(NO_FILES.to_owned()));
        }
        files
    }

    /// Whether the suite has this file.
    pub(super) fn has(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// Where a file or folder is.
    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// What a file says.
    pub(super) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_default()
    }

    /// Says that a case looks at these files, or at all that these folders hold.
    pub(super) fn claim(&mut self, files: &[&str]) {
        for file in files {
            let folder = format!("{file}/");
            self.unclaimed.retain(|other| other != file && !other.starts_with(&folder));
        }
    }

    /// Adds a case.
    pub(super) fn add(&mut self, id: impl Into<String>, result: Result<(), String>) {
        let outcome = result.map_or_else(Outcome::Failed, |()| Outcome::Passed);
        self.cases.push(Case { id: id.into(), outcome });
    }

    /// Adds a case that means nothing here.
    pub(super) fn skip(&mut self, id: impl Into<String>, reason: &str) {
        self.cases.push(Case { id: id.into(), outcome: Outcome::Skipped(reason.to_owned()) });
    }

    /// All cases, and a failure for each file that none of them looked at.
    pub(super) fn finish(mut self) -> Vec<Case> {
        for file in std::mem::take(&mut self.unclaimed) {
            self.add(file, Err("no case looks at this file".to_owned()));
        }
        self.cases
    }
}

/// What is wrong with a folder that is to hold cases, and is missing or empty.
pub(super) const NO_FILES: &str = "it holds no files";

/// Every file below `folder`, sorted.
pub(super) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Failure::io("read", &folder))? {
            let path = entry.map_err(Failure::io("read", &folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// An error or warning as a case sees it.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) severity: String,
    pub(super) code: String,
    pub(super) message: String,
    /// Line and column, if it is about a file.
    pub(super) place: Option<(u64, u64)>,
}

/// All findings, by file and place.
pub(super) fn findings(loading: &Loading) -> Vec<Finding> {
    let lines = diagnostic::to_json_lines(&loading.sources, &loading.diagnostics);
    let parsed = lines.lines().filter_map(|line| serde_json::from_str(line).ok());
    parsed
        .map(|line: serde_json::Value| {
            let text = |name| line.get(name).and_then(|it| it.as_str()).unwrap_or_default();
            let number = |name| line.get(name).and_then(serde_json::Value::as_u64);
            Finding {
                severity: text("severity").to_owned(),
                code: text("code").to_owned(),
                message: text("message").to_owned(),
                place: number("line").zip(number("column")),
            }
        })
        .collect()
}

/// The errors among the findings, and the dangers: the reference refuses a model for either.
pub(super) fn errors(loading: &Loading) -> Vec<Finding> {
    let mut findings = findings(loading);
    findings.retain(|finding| matches!(finding.severity.as_str(), "error" | "danger"));
    findings
}

/// What a loading has to say, for people.
pub(super) fn rendered(loading: &Loading) -> String {
    diagnostic::render(&loading.sources, &loading.diagnostics, false)
}

/// Loads files or folders, and validates what they are together if that is possible.
pub(super) fn load(paths: &[PathBuf]) -> Loading {
    let loading = smithy::load(paths);
    if loading.is_broken() {
        return loading;
    }
    let Validation { sources, diagnostics, .. } = smithy::validate(paths);
    Loading { sources, diagnostics, ..loading }
}

/// The same for files whose text is already there.
pub(super) fn load_sources(sources: Sources) -> Loading {
    let loading = smithy::load_sources(sources);
    if loading.is_broken() {
        return loading;
    }
    let Validation { sources, diagnostics, .. } = smithy::validate_sources(loading.sources);
    Loading { sources, diagnostics, model: loading.model }
}

/// Loads files that must be sound.
pub(super) fn sound(paths: &[PathBuf]) -> Result<Loading, String> {
    checked(load(paths))
}

/// The same for files whose text is already there.
pub(super) fn sound_sources(sources: Sources) -> Result<Loading, String> {
    checked(load_sources(sources))
}

/// The loading, unless there is an error, or the model is another one once it is written and read again.
pub(super) fn checked(loading: Loading) -> Result<Loading, String> {
    let loading = without_errors(loading)?;
    round_trip(&loading)?;
    Ok(loading)
}

/// The loading, unless there is an error.
pub(super) fn without_errors(loading: Loading) -> Result<Loading, String> {
    let is_bad = |severity| matches!(severity, Severity::Error | Severity::Danger);
    if loading.diagnostics.iter().any(|finding| is_bad(finding.severity)) {
        return Err(rendered(&loading));
    }
    Ok(loading)
}

fn round_trip(loading: &Loading) -> Result<(), String> {
    let written = loading.model.to_ast(Mixins::Kept);
    let again = reload(&written).map_err(|error| format!("as JSON AST it has errors:\n{error}"))?;
    same(&written, &again.model.to_ast(Mixins::Kept))
        .and_then(|()| {
            let flat = |loading: &Loading| loading.model.to_ast(Mixins::Flattened);
            same(&flat(loading), &flat(&again))
        })
        .map_err(|difference| format!("written as JSON AST and read again:\n{difference}"))
}

/// Loads a model from its JSON AST.
pub(super) fn reload(ast: &Value) -> Result<Loading, String> {
    let mut sources = Sources::new();
    sources.add("written.json", ast.to_json());
    without_errors(load_sources(sources))
}

/// What differs, if anything does.
pub(super) fn same(left: &Value, right: &Value) -> Result<(), String> {
    let differences = compare::differences(left, right);
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
}
