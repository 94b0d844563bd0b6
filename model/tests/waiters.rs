//! The reference's waiter models beside what it has to say about them, where they are there.
//!
//! The reference's words are its own; the same must be said under the same ids, as bad as it says.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod suite;

use farrier_model::{Severity, smithy};
use std::{collections::BTreeSet, fs, slice};

#[test]
fn the_reference_says_the_same() {
    let directory = "smithy/waiters/software/amazon/smithy/waiters/errorfiles";
    let Some(root) = suite::directory(directory) else { return };
    let mut models: Vec<_> =
        fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    models.retain(|path| path.extension().is_some_and(|extension| extension == "smithy"));
    models.sort();
    assert!(models.len() > 10, "{} is nearly empty", root.display());
    let mut problems = Vec::new();
    for model in &models {
        let name = model.file_stem().unwrap().to_string_lossy().into_owned();
        let found: BTreeSet<(Severity, String)> = smithy::validate(slice::from_ref(model))
            .diagnostics
            .iter()
            .filter_map(|finding| Some((finding.severity, finding.event.as_ref()?.id.clone())))
            .collect();
        let errors = fs::read_to_string(model.with_extension("errors")).unwrap();
        let expected: BTreeSet<(Severity, String)> = errors
            .lines()
            .filter_map(|line| {
                let severity = match line.split(']').next()?.trim_start_matches('[') {
                    "ERROR" => Severity::Error,
                    "DANGER" => Severity::Danger,
                    "WARNING" => Severity::Warning,
                    _ => return None,
                };
                Some((severity, line.rsplit(" | ").next()?.trim().to_owned()))
            })
            .collect();
        // An id stands for those below it.
        let same = |found: &(Severity, String), expected: &(Severity, String)| {
            let (id, head) = (&found.1, &expected.1);
            let below = id.strip_prefix(head.as_str()).is_some_and(|rest| rest.starts_with('.'));
            found.0 == expected.0 && (id == head || below)
        };
        let all_expected = found.iter().all(|it| expected.iter().any(|other| same(it, other)));
        let all_found = expected.iter().all(|it| found.iter().any(|other| same(other, it)));
        if !all_expected || !all_found {
            problems.push(format!("{name}: found {found:?}, expected {expected:?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
