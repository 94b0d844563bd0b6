//! Models that are too deep or too large: refused with a place, or generated, in bounded time.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use farrier_generator::{Generated, Manifest, Options, Provenance, Role, generate};
use std::{fmt::Write, fs, path::PathBuf, time::Instant};

/// The client of a service whose one operation's input has one member, with the target `target`.
fn client(name: &str, target: &str, shapes: &str) -> Generated {
    let more = if shapes.contains("operation Wait ") { ", Wait" } else { "" };
    let model = format!(
        "$version: \"2.0\"\nnamespace deep\nuse aws.protocols#restJson1\n\
         @restJson1\nservice Deep {{ version: \"1\", operations: [Send{more}] }}\n\
         @http(method: \"POST\", uri: \"/\")\noperation Send {{ input := {{ s: {target} }} }}\n{shapes}"
    );
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
        protocol_tests: true,
    };
    generate(&api, &options)
}

/// `depth` structures, each in the one before.
fn chain(name: &str, depth: usize) -> Generated {
    let mut shapes = String::new();
    for level in 0..depth {
        writeln!(shapes, "structure S{level} {{ s: S{} }}", level + 1).unwrap();
    }
    writeln!(shapes, "structure S{depth} {{ end: String }}").unwrap();
    client(name, "S0", &shapes)
}

/// `depth` lists, each in the one before.
fn lists(name: &str, depth: usize) -> Generated {
    let mut shapes = String::new();
    for level in 0..depth {
        writeln!(shapes, "list L{level} {{ member: L{} }}", level + 1).unwrap();
    }
    writeln!(shapes, "list L{depth} {{ member: String }}").unwrap();
    client(name, "L0", &shapes)
}

/// The client of an operation that takes the schema `L` among `schemas`.
fn openapi_client(name: &str, schemas: &str) -> Generated {
    let model = format!(
        "openapi: 3.1.0\ninfo: {{title: Deep, version: '1'}}\npaths:\n  /:\n    post:\n      \
         operationId: send\n      requestBody:\n        content: {{application/json: {{schema: \
         {{$ref: '#/components/schemas/L'}}}}}}\n      responses: {{'204': {{description: ''}}}}\n\
         components:\n  schemas:\n{schemas}"
    );
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.yaml"));
    fs::write(&path, model).unwrap();
    let api = farrier_model::read(&[path], None).api.unwrap();
    let options = Options {
        role: Role::Client,
        package: "deep-client".to_owned(),
        runtime_path: None,
        manifest: Manifest::default(),
        provenance: Provenance::default(),
        protocol_tests: true,
    };
    generate(&api, &options)
}

/// The client of an operation with a waiter that wants `path` to be true, generated in bounded time.
fn waiter(name: &str, path: &str, output: &str, shapes: &str) {
    let waitable = format!(
        "@smithy.waiters#waitable(W: {{ acceptors: [{{ state: \"success\", matcher: {{ output: {{\n\
         path: \"{path}\", comparator: \"booleanEquals\", expected: \"true\" }} }} }}] }})"
    );
    let shapes = format!(
        "{shapes}\n@readonly @http(method: \"GET\", uri: \"/w\")\n{waitable}\n\
         operation Wait {{ output := {{ {output} }} }}\n"
    );
    let start = Instant::now();
    let generated = client(name, "String", &shapes);
    assert!(start.elapsed().as_secs() < 10, "{name}: {:?}", start.elapsed());
    assert!(library(&generated).contains("wait_until_w"), "{name}: {:?}", generated.diagnostics);
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

#[test]
fn lists_nested_deep_are_generated_or_refused() {
    // As deep as may be: printed on a thread of rayon's, with its small stack.
    assert_eq!(codes(&lists("deep-lists", 31)), ["nesting-deep"]);
    assert_eq!(codes(&lists("deeper-lists", 32)), ["nesting-too-deep", "nesting-deep"]);
    let refused = lists("too-deep-lists", 10_000);
    assert_eq!(codes(&refused), ["nesting-too-deep", "nesting-too-deep"]);
    assert!(refused.files.is_empty());
}

#[test]
fn lists_and_maps_that_hold_only_themselves_are_refused_each_once() {
    // Smithy forbids them; OpenAPI does not.
    let itself = "    L: {type: array, items: {$ref: '#/components/schemas/L'}}\n";
    assert_eq!(codes(&openapi_client("itself", itself)), ["endless-collection"]);
    let each_other = "    L: {type: array, items: {$ref: '#/components/schemas/M'}}\n    M: {type: \
                      object, additionalProperties: {$ref: '#/components/schemas/L'}}\n";
    assert_eq!(codes(&openapi_client("each-other", each_other)), ["endless-collection"]);
    let structure = "list L { member: S }\nstructure S { l: L }\n";
    assert_eq!(codes(&client("structure", "L", structure)), [""; 0]);
}

/// The structure `S` of a client, whose one member is `t`.
fn structure(generated: &Generated) -> &str {
    let file = generated.files.iter().find(|(path, _)| path == "src/types/s.rs");
    file.map_or("", |(_, text)| text.as_str())
}

#[test]
fn defaults_that_their_types_do_not_have_are_left_out_with_a_warning() {
    for (ty, rust, default) in [
        ("Timestamp", "Timestamp", "1e300"),
        ("Timestamp", "Timestamp", "253402300800"),
        ("Float", "f32", "1e39"),
        ("Double", "f64", "1e400"),
    ] {
        let shapes = format!("structure S {{\n t: {ty} = {default}\n}}\n");
        let generated = client("default", "S", &shapes);
        assert_eq!(codes(&generated), ["default-left-out"], "{ty} {default}");
        let text = structure(&generated);
        assert!(text.contains(&format!("pub t: Option<{rust}>")), "{text}");
        let readme = generated.files.iter().find(|(path, _)| path == "README.md").unwrap();
        assert!(readme.1.contains("- `S` lacks the default of `t`: "), "{ty} {default}");
    }
}

#[test]
fn defaults_that_their_types_have_are_printed() {
    for (ty, default, expected) in [
        ("Timestamp", "\"1985-04-12T23:20:50.5Z\"", "Timestamp::new(482196050, 500000000)"),
        ("Timestamp", "\"1985-04-12T23:20:50Z\"", "Timestamp::from_unix_seconds(482196050)"),
        ("Timestamp", "0.9999999999", "Timestamp::new(0, 999999999)"),
        ("Timestamp", "-1.5", "Timestamp::new(-2, 500000000)"),
        ("Float", "\"NaN\"", "f32::NAN"),
        ("Double", "\"-Infinity\"", "f64::NEG_INFINITY"),
        ("Double", "1e39", "1000000000000000000000000000000000000000.0"),
    ] {
        let shapes = format!("structure S {{\n t: {ty} = {default}\n}}\n");
        let generated = client("printed", "S", &shapes);
        assert_eq!(codes(&generated), [""; 0], "{ty} {default}");
        let text = structure(&generated);
        assert!(text.contains(&format!("t: {expected}")), "{ty} {default}: {text}");
    }
}

#[test]
fn paths_of_very_many_segments_are_left_out() {
    let uri = "/a".repeat(200);
    let model = format!(
        "openapi: 3.1.0\ninfo: {{title: Deep, version: '1'}}\npaths:\n  {uri}:\n    get: {{operationId: a, \
         responses: {{'204': {{description: ''}}}}}}\n"
    );
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("segments.yaml");
    fs::write(&path, model).unwrap();
    let api = farrier_model::read(&[path], None).api.unwrap();
    let options = Options {
        role: Role::Server,
        package: "deep-server".to_owned(),
        runtime_path: None,
        manifest: Manifest::default(),
        provenance: Provenance::default(),
        protocol_tests: true,
    };
    let generated = generate(&api, &options);
    assert_eq!(codes(&generated), ["operation-left-out"]);
    let readme = generated.files.iter().find(|(path, _)| path == "README.md").unwrap();
    assert!(readme.1.contains("more than 128 segments"));
}

#[test]
fn paths_of_waiters_are_planned_and_printed_once() {
    let fields = 60;
    let mut shapes = String::new();
    for level in 1..fields {
        writeln!(shapes, "structure S{level} {{ @required s: S{} }}", level + 1).unwrap();
    }
    writeln!(shapes, "structure S{fields} {{ @required end: Boolean }}").unwrap();
    let path = format!("{}end", "s.".repeat(fields));
    waiter("fields", &path, "@required s: S1", &shapes);

    let comparisons = 60;
    let path = format!("{}b{}", "(".repeat(comparisons), " == `true`)".repeat(comparisons));
    waiter("comparisons", &path, "@required b: Boolean", "");

    let values = 30;
    let path = format!("{}m{} != `null`", "values(".repeat(values), ")[0].m".repeat(values));
    let shapes = "map M { key: String, value: S }\nstructure S { m: M }\n";
    waiter("values", &path, "m: M", shapes);
}
