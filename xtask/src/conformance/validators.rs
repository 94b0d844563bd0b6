//! Models beside the findings that Smithy's reference validators have on them.
//!
//! A case is a model `X.smithy` or `X.json` beside `X.errors`, a line a finding:
//! `[SEVERITY] ns#Shape: text | Id`. A case passes if every finding of severity ERROR is ours too, under
//! the same id and on the same shape, and we have no other error; below that, findings count where we
//! have the validator at all. The texts are not compared.

use super::{Case, Outcome};
use crate::failure::Failure;
use farrier_model::{Diagnostic, Severity, smithy};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Runs the suite, which lies in `corpus` or beside it.
///
/// # Errors
///
/// The suite is not there, or cannot be listed.
pub(crate) fn run(corpus: &Path) -> Result<Vec<Case>, Failure> {
    let places =
        [corpus.join("smithy/validators"), corpus.join("../corpus-next/smithy/validators")];
    let Some(root) = places.iter().find(|place| place.is_dir()) else {
        let message = format!("there are no validator tests in {}", corpus.display());
        return Err(Failure::new(message).with_help("`--corpus DIR` says where the corpus is"));
    };
    let mut files = Vec::new();
    walk(root, &mut files)?;
    let mut cases = Vec::new();
    for errors in files.iter().filter(|path| has_extension(path, "errors")) {
        let model = ["smithy", "json"].map(|extension| errors.with_extension(extension));
        let name = errors.with_extension("");
        let id = name.strip_prefix(root).unwrap_or(&name).display().to_string();
        let outcome = match model.iter().find(|path| path.is_file()) {
            Some(model) => check(model, errors)?,
            None => Outcome::Skipped("there is no model beside it".to_owned()),
        };
        cases.push(Case { id, outcome });
    }
    Ok(cases)
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    severity: String,
    /// `None` where we do not say which shape it is about.
    shape: Option<String>,
    id: String,
}

fn check(model: &Path, errors: &Path) -> Result<Outcome, Failure> {
    let text = fs::read_to_string(errors).map_err(Failure::io("read", errors))?;
    let expected: BTreeSet<Event> = text.lines().filter_map(parse).collect();
    let validation = smithy::validate(&[model.to_path_buf()]);
    let mut found: BTreeSet<Event> = validation.diagnostics.iter().map(event).collect();
    found.extend(
        validation
            .suppressed
            .iter()
            .map(|finding| Event { severity: "SUPPRESSED".to_owned(), ..event(finding) }),
    );
    let cannot_create_trait = text.contains(": Error creating trait `");
    let mut difference = Vec::new();
    for event in &expected {
        if !found.iter().any(|found| is_same(event, found)) {
            difference.push(format!("  missing {}", shown(event)));
        }
    }
    for event in &found {
        // Reports what is suppressed only where it wants to; its own suites pass over deprecations.
        let is_passed_over =
            matches!(event.id.as_str(), "ModelDeprecation" | "DeprecatedTrait" | "DeprecatedShape");
        // A trait that the reference has a class for and cannot create ends its run.
        let stops = event.severity == "WARNING" && cannot_create_trait;
        let counts = event.severity != "SUPPRESSED" && !is_passed_over && !stops;
        if counts && !expected.iter().any(|expected| is_same(expected, event)) {
            difference.push(format!("  more    {}", shown(event)));
        }
    }
    if difference.is_empty() {
        return Ok(Outcome::Passed);
    }
    Ok(Outcome::Failed(difference.join("\n")))
}

fn shown(event: &Event) -> String {
    let shape = event.shape.as_deref().unwrap_or("?");
    format!("[{}] {shape} | {}", event.severity, event.id)
}

/// `[SEVERITY] ns#Shape: text | Id`, with `-` for no shape, and behind the id perhaps a hint.
fn parse(line: &str) -> Option<Event> {
    let (severity, rest) = line.strip_prefix('[')?.split_once("] ")?;
    let (shape, rest) = rest.split_once(": ")?;
    let (_, id) = rest.rsplit_once(" | ")?;
    let id = id.split_whitespace().next().unwrap_or_default();
    Some(Event { severity: severity.to_owned(), shape: Some(shape.to_owned()), id: id.to_owned() })
}

fn event(finding: &Diagnostic) -> Event {
    let severity = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Danger => "DANGER",
        Severity::Warning => "WARNING",
        Severity::Note => "NOTE",
    };
    let (id, shape) = match &finding.event {
        Some(event) => (event.id.clone(), Some(event.shape.clone().unwrap_or("-".to_owned()))),
        // What comes before validators does not say which shape it is about.
        None if finding.code == "unknown-shape" => ("Target".to_owned(), None),
        None if finding.code == "not-a-mixin" => ("Target".to_owned(), None),
        None if finding.code == "syntactic-shape-id-target" => {
            ("SyntacticShapeIdTarget".to_owned(), None)
        }
        None => ("Model".to_owned(), None),
    };
    Event { severity: severity.to_owned(), shape, id }
}

/// Whether our finding is the expected one, or one of that family.
fn is_same(expected: &Event, found: &Event) -> bool {
    let in_family = |id: &str, family: &str| {
        id.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    // The reference says of traits that it has classes for that it cannot create them.
    let of_trait = |id: &str| in_family(id, "Model") || in_family(id, "TraitValue");
    let same_id =
        in_family(&found.id, &expected.id) || (of_trait(&expected.id) && of_trait(&found.id));
    let same_shape = found.shape.is_none() || found.shape == expected.shape;
    expected.severity == found.severity && same_shape && same_id
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let listing = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>());
    let mut paths = listing.map_err(Failure::io("list", directory))?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension == wanted)
}
