//! Models beside the findings that Smithy's reference validators have on them.
//!
//! A case is a model `X.smithy` or `X.json` beside `X.errors`, a line a finding:
//! `[SEVERITY] ns#Shape: text | Id`. A case passes if each of them is one of ours, under the same id, on the same
//! shape and as severe, and we have no others; what the reference says at once we may say in parts. The texts
//! are not compared.

use super::{Case, Outcome};
use crate::failure::Failure;
use farrier_model::{Diagnostic, Severity, smithy};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Runs the suite of `corpus`.
///
/// # Errors
///
/// The suite is not there, or cannot be listed.
pub(crate) fn run(corpus: &Path) -> Result<Vec<Case>, Failure> {
    let root = corpus.join("smithy").join("validators");
    let mut files = Vec::new();
    walk(&root, &mut files)?;
    let mut cases = Vec::new();
    for errors in files.iter().filter(|path| has_extension(path, "errors")) {
        let model = ["smithy", "json"].map(|extension| errors.with_extension(extension));
        let name = errors.with_extension("");
        let id = name.strip_prefix(&root).unwrap_or(&name).display().to_string();
        let outcome = match model.iter().find(|path| path.is_file()) {
            Some(model) => check(model, errors)?,
            None => Outcome::Failed("there is no model beside it".to_owned()),
        };
        cases.push(Case { id, outcome });
    }
    Ok(cases)
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Event {
    severity: String,
    /// `None` where we do not say which shape it is about.
    shape: Option<String>,
    id: String,
}

fn check(model: &Path, errors: &Path) -> Result<Outcome, Failure> {
    let text = fs::read_to_string(errors).map_err(Failure::io("read", errors))?;
    let mut expected = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match parse(line) {
            Some(event) => expected.push(event),
            None => {
                let number = number + 1;
                return Ok(Outcome::Failed(format!("line {number} is no finding: {line}")));
            }
        }
    }
    let validation = smithy::validate(&[model.to_path_buf()]);
    let mut found: Vec<Event> = validation.diagnostics.iter().map(event).collect();
    found.extend(
        validation
            .suppressed
            .iter()
            .map(|finding| Event { severity: "SUPPRESSED".to_owned(), ..event(finding) }),
    );
    let cannot_create_trait = text.contains(": Error creating trait `");
    let (missing, more) = differing(&expected, found);
    let mut difference: Vec<String> =
        missing.iter().map(|event| format!("  missing {}", shown(event))).collect();
    for event in &more {
        // Reports what is suppressed only where it wants to; its own suites pass over deprecations.
        let is_passed_over =
            matches!(event.id.as_str(), "ModelDeprecation" | "DeprecatedTrait" | "DeprecatedShape");
        // A trait that the reference has a class for and cannot create ends its run.
        let stops = event.severity == "WARNING" && cannot_create_trait;
        let counts = event.severity != "SUPPRESSED" && !is_passed_over && !stops;
        if counts {
            difference.push(format!("  more    {}", shown(event)));
        }
    }
    if difference.is_empty() {
        return Ok(Outcome::Passed);
    }
    Ok(Outcome::Failed(difference.join("\n")))
}

/// The findings that only the reference has, and those that only we have. One of ours is one of the reference's only;
/// more of ours are too if it is certain which they are part of.
fn differing(expected: &[Event], mut found: Vec<Event>) -> (Vec<Event>, Vec<Event>) {
    // Those that are the same in all leave those without a shape, or with a longer id, to the others.
    let by: [fn(&Event, &Event) -> bool; 3] = [
        |expected, found| expected == found,
        |expected, found| found.shape.is_some() && is_same(expected, found),
        is_same,
    ];
    let mut missing = expected.to_vec();
    for is_same in by {
        missing.retain(|event| match found.iter().position(|found| is_same(event, found)) {
            Some(index) => {
                found.remove(index);
                false
            }
            None => true,
        });
    }
    let is_part =
        |found: &Event| found.shape.is_some() && expected.iter().any(|it| is_same(it, found));
    found.retain(|found| !is_part(found));
    (missing, found)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn event(line: &str) -> Event {
        parse(line).unwrap()
    }

    #[test]
    fn a_finding_of_ours_is_one_of_theirs_only() {
        let target = event("[ERROR] a#A: x | Target");
        let other = event("[ERROR] a#B: x | Target");
        let anywhere = Event { shape: None, ..target.clone() };
        let check = |expected: &[&Event], found: &[&Event], missing: &[&Event], more: &[&Event]| {
            let events = |events: &[&Event]| events.iter().copied().cloned().collect::<Vec<_>>();
            let differing = differing(&events(expected), events(found));
            assert_eq!(differing, (events(missing), events(more)));
        };
        check(&[&target, &other], &[&anywhere], &[&other], &[]);
        check(&[&target, &other], &[&anywhere, &target], &[], &[]);
        check(&[&target, &target], &[&target], &[&target], &[]);
        check(&[&target], &[&target, &target], &[], &[]);
        check(&[&target], &[&target, &anywhere], &[], &[&anywhere]);
        check(&[&target], &[&target, &other], &[], &[&other]);
        let family = event("[ERROR] a#A: x | Target.Long");
        check(&[&target, &family], &[&family, &family], &[], &[]);
    }

    #[test]
    fn a_line_that_is_no_finding_fails() {
        let folder = tempfile::tempdir().unwrap();
        let directory = folder.path().join("smithy").join("validators");
        fs::create_dir_all(&directory).unwrap();
        fs::write(directory.join("a.smithy"), "$version: \"2.0\"\nnamespace a\nstring A\n")
            .unwrap();
        let outcome = |errors: &str| {
            fs::write(directory.join("a.errors"), errors).unwrap();
            run(folder.path()).unwrap().remove(0).outcome
        };
        assert_eq!(outcome("\n"), Outcome::Passed);
        let text = "line 2 is no finding: (ERROR) a#A: x | Target";
        assert_eq!(outcome("\n(ERROR) a#A: x | Target"), Outcome::Failed(text.to_owned()));
        fs::remove_file(directory.join("a.smithy")).unwrap();
        assert_eq!(outcome(""), Outcome::Failed("there is no model beside it".to_owned()));
    }
}
