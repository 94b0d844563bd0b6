//! Which files are read, and which service is taken.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use farrier_model::{Reading, read};
use std::{
    fs,
    path::{Path, PathBuf},
};

const TWO: &str = r#"$version: "2.0"

namespace a.b

use aws.protocols#restJson1

@restJson1
service One { version: "1" }

@restJson1
service Two { version: "2" }
"#;

/// An empty directory of this name.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reading-{name}"));
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path
}

/// What was found: code and message, or whose version the Api is, and what help there is.
fn outcome(reading: &Reading) -> String {
    match (&reading.api, reading.diagnostics.as_slice()) {
        (Some(api), []) => format!("{} {}", api.id, api.version),
        (None, [finding]) => {
            let help = finding.help.as_deref().unwrap_or("");
            format!("{}: {} ({help})", finding.code, finding.message)
        }
        (api, findings) => panic!("{:?} and {findings:?}", api.as_ref().map(|api| &api.id)),
    }
}

#[test]
fn the_service_is_chosen_by_name_or_id() {
    let path = directory("services").join("two.smithy");
    fs::write(&path, TWO).unwrap();
    let check = |service, expected: &str| {
        assert_eq!(outcome(&read(std::slice::from_ref(&path), service)), expected);
    };
    check(Some("One"), "a.b#One 1");
    check(Some("a.b#Two"), "a.b#Two 2");
    check(
        None,
        "several-services: the model has several services: `a.b#One`, `a.b#Two` (name the one that is meant)",
    );
    check(Some("two"), "unknown-service: the model has no service `two` (did you mean `Two`?)");
    check(
        Some("Whatever"),
        "unknown-service: the model has no service `Whatever` (it has `a.b#One`, `a.b#Two`)",
    );
}

#[test]
fn directories_are_walked() {
    let root = directory("walk");
    fs::create_dir_all(root.join("deep/er")).unwrap();
    fs::create_dir_all(root.join(".hidden")).unwrap();
    let part = |name: &str| format!("$version: \"2.0\"\nnamespace a.b\n\n{name}\n");
    let service = "@aws.protocols#awsJson1_1\nservice S { version: \"1\", operations: [O] }";
    fs::write(root.join("b.smithy"), part(service)).unwrap();
    fs::write(root.join("deep/er/o.smithy"), part("operation O {}")).unwrap();
    fs::write(root.join(".hidden/o.smithy"), part("operation O { errors: [Unknown] }")).unwrap();
    fs::write(root.join("notes.txt"), "not a model").unwrap();
    assert_eq!(outcome(&read(&[root], None)), "a.b#S 1");
}

/// Links that lead back up double the ways to a file with every step.
#[cfg(unix)]
#[test]
fn each_directory_is_walked_once() {
    let root = directory("links");
    fs::create_dir_all(root.join("deep")).unwrap();
    for name in ["a", "b", "c"] {
        std::os::unix::fs::symlink(".", root.join(name)).unwrap();
        std::os::unix::fs::symlink("..", root.join("deep").join(name)).unwrap();
    }
    let service = "@aws.protocols#awsJson1_1\nservice S { version: \"1\" }";
    let text = format!("$version: \"2.0\"\nnamespace a.b\n{service}\n");
    fs::write(root.join("deep/s.smithy"), text).unwrap();
    assert_eq!(outcome(&read(&[root], None)), "a.b#S 1");
}

#[test]
fn what_cannot_be_read_is_reported() {
    let root = directory("missing");
    let check = |path: PathBuf, expected: &str| {
        let found = outcome(&read(&[path], None));
        assert!(found.starts_with(expected), "{found}");
    };
    check(root.join("absent.json"), "unreadable: this file cannot be read: ");
    check(root.clone(), "no-model: this directory holds no .smithy, .json, .yaml or .yml file");
    let binary = root.join("binary.smithy");
    fs::write(&binary, [0xff, 0xfe]).unwrap();
    check(binary, "unreadable: this file cannot be read: ");
    assert_eq!(outcome(&read(&[], None)), "no-model: no file was given to read a model from ()");
}
