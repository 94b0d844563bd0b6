//! The reference's waiter models beside what it has to say about them, where they are there.
//!
//! The reference's words are its own; the same must be said of the same waiter, as bad as it says. What
//! it says twice of one acceptor, Farrier may say once.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

use farrier_model::Severity;
use std::{collections::BTreeSet, env, fs, path::Path};

#[test]
fn the_reference_says_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/corpus-next/smithy/waiters/software/amazon/smithy/waiters/errorfiles");
    let Ok(entries) = fs::read_dir(&root) else {
        println!("skipped: {} is not there", root.display());
        return;
    };
    let mut models: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    models.retain(|path| path.extension().is_some_and(|extension| extension == "smithy"));
    models.sort();
    assert!(models.len() > 10, "{} is nearly empty", root.display());
    let directory = env::temp_dir().join(format!("farrier-waiters-{}", std::process::id()));
    fs::create_dir_all(&directory).unwrap();
    let mut problems = Vec::new();
    for model in &models {
        let name = model.file_stem().unwrap().to_string_lossy().into_owned();
        // Farrier reads services, and these models have none.
        let service = directory.join("service.smithy");
        let source = fs::read_to_string(model).unwrap();
        let operation = if source.contains("operation A ") { "A" } else { "WaitersTest" };
        let text = format!(
            "$version: \"2.0\"\nnamespace smithy.example\n\
             @aws.protocols#awsJson1_1\nservice S {{ operations: [{operation}] }}\n"
        );
        fs::write(&service, text).unwrap();
        let reading = farrier_model::read(&[model.clone(), service], None);
        let found: BTreeSet<(Severity, String)> = reading
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.severity, waiter(&diagnostic.message)))
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
                Some((severity, waiter(line)))
            })
            .collect();
        if found != expected {
            problems.push(format!("{name}: found {found:?}, expected {expected:?}"));
        }
    }
    fs::remove_dir_all(&directory).unwrap();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The waiter that a message is about: what stands in the backquotes behind the word, or the map's key.
fn waiter(message: &str) -> String {
    for before in ["Waiter `", "waiter named `", "waiter `", "smithy.waiters#waitable`."] {
        if let Some((_, rest)) = message.split_once(before) {
            return rest.split(['`', ' ']).next().unwrap().to_owned();
        }
    }
    let quoted = message.strip_prefix('`').and_then(|rest| rest.split('`').next());
    quoted.unwrap_or(message).to_owned()
}
