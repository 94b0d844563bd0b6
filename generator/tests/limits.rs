//! Models that are too deep or too large: refused with a place, or generated, in bounded time.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use farrier_generator::{Generated, Manifest, Options, Provenance, Role, generate};
use std::{fmt::Write, fs, path::PathBuf, time::Instant};

/// A service whose input holds `depth` structures, each in the one before.
fn chain(name: &str, depth: usize) -> Generated {
    let mut model = String::from(
        "$version: \"2.0\"\nnamespace deep\nuse aws.protocols#restJson1\n\
         @restJson1\nservice Deep { version: \"1\", operations: [Send] }\n\
         @http(method: \"POST\", uri: \"/\")\noperation Send { input := { s: S0 } }\n",
    );
    for level in 0..depth {
        writeln!(model, "structure S{level} {{ s: S{} }}", level + 1).unwrap();
    }
    writeln!(model, "structure S{depth} {{ end: String }}").unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.smithy"));
    fs::write(&path, model).unwrap();
    let reading = farrier_model::read(&[path], None);
    let api = reading.api.unwrap();
    let options = Options {
        role: Role::Client,
        package: "deep-client".to_owned(),
        runtime_path: None,
        manifest: Manifest::default(),
        provenance: Provenance::default(),
    };
    generate(&api, &options)
}

fn codes(generated: &Generated) -> Vec<&'static str> {
    generated.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn library(generated: &Generated) -> &str {
    let file = generated.files.iter().find(|(path, _)| path == "src/lib.rs");
    file.map_or("", |(_, text)| text.as_str())
}

#[test]
fn shapes_nested_as_usual_need_nothing_said() {
    let generated = chain("usual", 20);
    assert_eq!(codes(&generated), [""; 0]);
    assert!(!library(&generated).contains("recursion_limit"));
}

#[test]
fn shapes_nested_deeper_than_the_compiler_looks_get_a_limit_and_a_warning() {
    let generated = chain("deep", 100);
    assert_eq!(codes(&generated), ["nesting-deep"]);
    assert!(library(&generated).contains("#![recursion_limit = \"512\"]"));
}

#[test]
fn shapes_nested_ten_thousand_deep_are_refused_in_bounded_time() {
    let start = Instant::now();
    let generated = chain("too-deep", 10_000);
    assert_eq!(codes(&generated), ["nesting-too-deep"]);
    assert!(generated.diagnostics[0].origin.source().is_some());
    assert!(generated.files.is_empty());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
