//! Writing crates: whatever the model says, what is written is Rust, and the same every time.

use farrier_generator::{Generated, Manifest, Options, Provenance, Role, generate};
use farrier_model::{Severity, Sources};

use crate::model;

/// Writes both crates of the model that `text` is, whatever it is written in.
pub fn crates(text: &str) {
    let path = match text.trim_start().chars().next() {
        Some('{') => "model.json",
        _ if text.contains("openapi:") => "model.yaml",
        _ => "model.smithy",
    };
    let Some(api) = model::read(path, text) else { return };
    let mut sources = Sources::new();
    sources.add(path, text);
    for role in [Role::Client, Role::Server] {
        let Generated { files, diagnostics } = generate(&api, &options(role));
        model::check_diagnostics(&sources, &diagnostics);
        let refused = diagnostics.iter().any(|finding| finding.severity == Severity::Error);
        assert_eq!(refused, files.is_empty(), "files, or errors: not both");
        let unprintable = diagnostics.iter().find(|finding| finding.code == "rust-not-printable");
        assert!(unprintable.is_none(), "{unprintable:?}");
        for (path, text) in &files {
            if path.ends_with(".rs")
                && let Err(error) = syn::parse_file(text)
            {
                panic!("{path} is not Rust: {error}\n{text}");
            }
        }
        let again = generate(&api, &options(role)).files;
        assert_eq!(files, again, "the second time");
    }
}

fn options(role: Role) -> Options {
    Options {
        role,
        package: "fuzzed".to_owned(),
        runtime_path: None,
        manifest: Manifest::default(),
        provenance: Provenance::default(),
        protocol_tests: true,
    }
}
