//! OpenAPI documents that are hostile rather than wrong: in bounded time, without a panic.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use farrier_model::{Reading, read};
use std::{env, fs, path::PathBuf, process};

/// Reads `text` as the file `name`.
fn read_text(name: &str, text: &str) -> Reading {
    let directory = env::temp_dir().join(format!("farrier-openapi-{}", process::id()));
    fs::create_dir_all(&directory).unwrap();
    let path: PathBuf = directory.join(name);
    fs::write(&path, text).unwrap();
    let reading = read(std::slice::from_ref(&path), None);
    fs::remove_file(&path).unwrap();
    reading
}

/// A document with one operation that answers with the component `S0`.
fn document(schemas: &str) -> String {
    format!(
        r##"{{"openapi": "3.0.0", "info": {{"title": "T", "version": "1"}}, "paths": {{"/": {{"get":
        {{"operationId": "get", "responses": {{"200": {{"description": "", "content":
        {{"application/json": {{"schema": {{"$ref": "#/components/schemas/S0"}}}}}}}}}}}}}}}},
        "components": {{"schemas": {{{schemas}}}}}}}"##
    )
}

/// The codes of all diagnostics, each once.
fn codes(reading: &Reading) -> Vec<&'static str> {
    let mut codes: Vec<_> = reading.diagnostics.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// `count` schemas, each made from its number and the next one, and a string at the end.
fn chain(count: usize, schema: impl Fn(&str) -> String) -> String {
    let reference = |number| format!(r##"{{"$ref": "#/components/schemas/S{number}"}}"##);
    let mut schemas: Vec<String> = (0..count)
        .map(|number| format!(r#""S{number}": {}"#, schema(&reference(number + 1))))
        .collect();
    schemas.push(format!(r#""S{count}": {{"type": "string"}}"#));
    document(&schemas.join(","))
}

#[test]
fn long_chains() {
    let property =
        |next: &str| format!(r#"{{"type": "object", "properties": {{"next": {next}}}}}"#);
    let reading = read_text("properties.json", &chain(10_000, property));
    assert_eq!(codes(&reading), Vec::<&str>::new());
    assert_eq!(reading.api.unwrap().shapes.len(), 10_000);

    for (name, schema) in [
        ("references.json", (|next| next.to_owned()) as fn(&str) -> String),
        ("all-of-one.json", |next| format!(r#"{{"allOf": [{next}]}}"#)),
        ("all-of-two.json", |next| format!(r#"{{"allOf": [{next}, {{"minLength": 1}}]}}"#)),
        ("all-of-same.json", |next| {
            format!(r#"{{"type": "string", "format": "a", "allOf": [{next}, {next}]}}"#)
        }),
    ] {
        let reading = read_text(name, &chain(10_000, schema));
        assert_eq!(codes(&reading), ["openapi-ref-cycle"], "{name}");
        let short = read_text(name, &chain(40, schema));
        assert_eq!(codes(&short), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn deep_nesting() {
    let nested = |count: usize| {
        let open = r#"{"type": "array", "items": "#.repeat(count);
        document(&format!(r#""S0": {open}{{}}{}"#, "}".repeat(count)))
    };
    assert_eq!(codes(&read_text("100.json", &nested(100))), Vec::<&str>::new());
    assert_eq!(codes(&read_text("10000.json", &nested(10_000))), ["nesting"]);
    assert_eq!(codes(&read_text("10000.yaml", &nested(10_000))), ["nesting"]);
}

#[test]
fn aliases() {
    let mut text = String::from("openapi: 3.0.0\nx0: &x0 [a, b]\n");
    for level in 1..40 {
        text += &format!("x{level}: &x{level} [*x{0}, *x{0}]\n", level - 1);
    }
    assert_eq!(codes(&read_text("laughs.yaml", &text)), ["yaml-alias"]);
}

#[test]
fn a_file_of_50_megabytes() {
    let description = "x".repeat(100);
    let schemas: Vec<String> = (0..250_000)
        .map(|number| {
            format!(
                r#""S{number}": {{"type": "object", "description": "{description}",
                "properties": {{"a": {{"type": "strange"}}}}}}"#
            )
        })
        .collect();
    let text = document(&schemas.join(",\n"));
    assert!(text.len() > 50_000_000, "{}", text.len());
    let reading = read_text("large.json", &text);
    assert_eq!(codes(&reading), ["openapi-type"]);
    let shown = farrier_model::diagnostic::render(&reading.sources, &reading.diagnostics, false);
    assert!(shown.contains("there is no type `strange`"), "{shown}");
}

#[test]
fn text_of_a_document_is_shown_escaped_and_short() {
    let evil = format!("\u{202e}\u{1b}[31m{}", "y".repeat(100_000));
    let text = document(&format!(r#""S0": {{"type": "{}"}}"#, evil.replace('\u{1b}', "\\u001b")));
    let reading = read_text("evil.json", &text);
    let shown = farrier_model::diagnostic::render(&reading.sources, &reading.diagnostics, false);
    assert!(shown.contains("there is no type `\\u{202e}\\u{1b}[31myyy"), "{shown}");
    assert!(!shown.contains(['\u{202e}', '\u{1b}']) && shown.len() < 3000, "{shown}");
}

#[test]
fn the_workspace_s_own_document_reads_without_findings() {
    let path = PathBuf::from("apis/lambda.openapi.yaml");
    let reading = read(std::slice::from_ref(&path), None);
    assert_eq!(codes(&reading), Vec::<&str>::new());
    let api = reading.api.unwrap();
    assert_eq!(
        api.operations.keys().collect::<Vec<_>>(),
        ["PublishVersion", "PublishLayerVersion"]
    );
}
