//! What the rooms of the house must not know of each other.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Fails if a file below `directory` of the workspace holds any of `words`.
fn check(directory: &str, words: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(directory);
    let mut waiting: Vec<PathBuf> = vec![root];
    let mut files = 0;
    let mut found = String::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        files += 1;
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push_str(&format!("\n{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    assert!(files > 0, "{directory} is empty");
    assert!(found.is_empty(), "{directory} must not say:{found}");
}

#[test]
fn emitters_name_no_protocol() {
    check(
        "generator/src/emit",
        &["restJson", "RestJson", "REST_JSON", "HttpJson", "HTTP_JSON", "awsJson"],
    );
}

#[test]
fn plans_name_no_protocol() {
    check("generator/src/plan", &["restJson", "RestJson", "REST_JSON", "HttpJson", "HTTP_JSON"]);
}

#[test]
fn the_api_names_no_front_end_and_no_rust() {
    check(
        "model/src/api",
        &["crate::smithy", "crate::openapi", "snake_case", "proc_macro", "syn::"],
    );
}

#[test]
fn the_generator_prints_paths_into_the_runtime_and_knows_no_more_of_it() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    assert!(!manifest.unwrap().contains("farrier-runtime"));
}

#[test]
fn the_runtime_knows_neither_model_nor_generator() {
    check("runtime/src", &["farrier_model", "farrier_generator"]);
}
