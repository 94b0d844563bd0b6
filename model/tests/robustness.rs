//! Models that are broken, hostile or huge: each ends in diagnostics with places, soon.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use farrier_model::{
    Diagnostic, Reading, Severity, Sources,
    smithy::{self, Loading},
};
use std::{
    fmt::Write,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

/// Far more than any of these needs, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn read(name: &str, text: &str) -> Reading {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("robustness-{name}"));
    fs::write(&path, text).unwrap();
    let started = Instant::now();
    let reading = farrier_model::read(&[path], None);
    assert!(started.elapsed() < PATIENCE, "{name} took {:?}", started.elapsed());
    // Rendering is part of what a hostile model reaches.
    farrier_model::diagnostic::render(&reading.sources, &reading.diagnostics, false);
    reading
}

fn load(name: &str, text: &str) -> Loading {
    let mut sources = Sources::new();
    sources.add(name, text);
    let started = Instant::now();
    let loading = smithy::load_sources(sources);
    assert!(started.elapsed() < PATIENCE, "{name} took {:?}", started.elapsed());
    loading
}

#[track_caller]
fn has(reading: &Reading, code: &str) -> Diagnostic {
    let found = reading.diagnostics.iter().find(|finding| finding.code == code);
    let codes: Vec<_> = reading.diagnostics.iter().take(5).map(|finding| finding.code).collect();
    let found = found.unwrap_or_else(|| panic!("no `{code}` among {codes:?}"));
    assert!(found.origin.source().is_some(), "`{code}` has no place");
    found.clone()
}

/// A service with one operation, whose input is the structure `golden.deep#Input`.
fn model(shapes: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#O"}}],
                "traits": {{"aws.protocols#restJson1": {{}}}}}},
            "a#O": {{"type": "operation", "input": {{"target": "a#Input"}},
                "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/"}}}}}},
            {shapes}
        }}}}"#
    )
}

#[test]
fn deep_nesting_is_refused_with_a_place() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let value = format!("{}0{}", open.repeat(10_000), close.repeat(10_000));
        let text = format!("{{\"smithy\": \"2.0\", \"metadata\": {{\"deep\": {value}}}}}");
        let reading = read("deep.json", &text);
        assert!(reading.api.is_none());
        has(&reading, "nesting");
        // Never closed, and without the key that says what it is.
        let reading = read("open.json", &open.repeat(100_000));
        assert!(reading.api.is_none());
        assert!(reading.diagnostics.iter().any(|finding| finding.severity == Severity::Error));
    }
}

#[test]
fn long_mixin_chains_and_cycles_end() {
    let link = |index: usize, next: usize, members: &str| {
        format!(
            r#""a#M{index}": {{"type": "structure", "mixins": [{{"target": "a#M{next}"}}],
                "members": {{{members}}}, "traits": {{"smithy.api#mixin": {{}}}}}},"#
        )
    };
    let input =
        r#""a#Input": {"type": "structure", "mixins": [{"target": "a#M0"}], "members": {}}"#;
    let last = r#""a#M10000": {"type": "structure", "traits": {"smithy.api#mixin": {}},
        "members": {"last": {"target": "smithy.api#String"}}},"#;

    let chain: String = (0..10_000).map(|index| link(index, index + 1, "")).collect();
    let reading = read("chain.json", &model(&format!("{chain}{last}{input}")));
    let api = reading.api.unwrap();
    let shape = api.shapes.values().next().unwrap();
    assert_eq!(shape.members().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["last"]);

    let cycle: String = (0..10_000).map(|index| link(index, (index + 1) % 10_000, "")).collect();
    let reading = read("cycle.json", &model(&format!("{cycle}{input}")));
    assert!(reading.api.is_none());
    has(&reading, "mixin-cycle");

    // Each adds a member to what it inherits: fifty million in all.
    let growing: String = (0..10_000)
        .map(|index| {
            let member = format!(r#""m{index}": {{"target": "smithy.api#String"}}"#);
            link(index, index + 1, &member)
        })
        .collect();
    let reading = read("growing.json", &model(&format!("{growing}{last}{input}")));
    assert!(reading.api.is_none());
    has(&reading, "model-size");
}

#[test]
fn long_chains_of_shapes_end() {
    // Required structures in a row, with an end and without one; resources within resources.
    let count = 10_000;
    let mut chain = String::new();
    for index in 0..count {
        let next = index + 1;
        write!(
            chain,
            r#""a#T{index}": {{"type": "structure", "members": {{"next": {{"target": "a#T{next}",
                "traits": {{"smithy.api#required": {{}}}}}}}}}},"#
        )
        .unwrap();
    }
    let input = r#""a#Input": {"type": "structure", "members": {"t": {"target": "a#T0"}}}"#;
    let end = format!(r#""a#T{count}": {{"type": "structure", "members": {{}}}},"#);
    let reading = read("long.json", &model(&format!("{chain}{end}{input}")));
    assert_eq!(reading.api.unwrap().shapes.len(), count + 2);

    let back = format!(
        r#""a#T{count}": {{"type": "structure", "members": {{"next": {{"target": "a#T0",
            "traits": {{"smithy.api#required": {{}}}}}}}}}},"#
    );
    let reading = read("endless.json", &model(&format!("{chain}{back}{input}")));
    assert!(reading.api.is_none());
    has(&reading, "shape-recursion");

    let resources: String = (0..count)
        .map(|index| {
            let next = (index + 1) % count;
            format!(
                r#""a#R{index}": {{"type": "resource", "resources": [{{"target": "a#R{next}"}}]}},"#
            )
        })
        .collect();
    let service = r#""a#S": {"type": "service", "version": "1", "resources": [{"target": "a#R0"}],
        "traits": {"aws.protocols#restJson1": {}}}"#;
    let text = format!(r#"{{"smithy": "2.0", "shapes": {{{resources}{service}}}}}"#);
    let reading = read("resources.json", &text);
    assert!(reading.api.is_none());
    has(&reading, "resource-cycle");
}

#[test]
fn selectors_on_long_chains_end() {
    let count = 10_000;
    let mut text = String::from("$version: \"2.0\"\nmetadata validators = [\n");
    for selector in [
        "structure ~> string",
        "structure :not(~> [trait|sensitive])",
        "structure :test(<~ operation)",
        "$far(~> structure) ${far} :test(~> string)",
        "structure :in(~> structure)",
    ] {
        writeln!(
            text,
            "{{ name: \"EmitNoneSelector\", id: \"N\", configuration: {{ selector: \"{selector}\" }} }}"
        )
        .unwrap();
    }
    text += "{ name: \"UnreferencedShape\", configuration: { rootShapeSelector: \"*\" } }\n]\n\
             namespace a\n@trait @traitValidators(V: { selector: \"~> document\" })\n\
             structure far {}\n\
             @aws.protocols#restJson1 service S { operations: [O] }\n\
             @http(method: \"POST\", uri: \"/\") operation O { input := { t: T0 } }\n";
    for index in 0..count {
        writeln!(text, "@far structure T{index} {{ next: T{} }}", index + 1).unwrap();
    }
    writeln!(text, "structure T{count} {{}}").unwrap();
    let reading = read("selectors.smithy", &text);
    assert!(reading.api.is_some());
    // The selector with a variable asks for more than anyone would wait for, and says so.
    let passed_over = has(&reading, "model");
    assert!(passed_over.message.contains("takes too long"), "{}", passed_over.message);
}

#[test]
fn jmespath_that_doubles_is_bounded() {
    let pipes = ["{a: @, b: @}"; 90].join(" | ");
    let wide = vec!["@"; 20_000].join(", ");
    for (name, path) in [("pipes", &pipes), ("wide", &format!("{pipes} | [{wide}]"))] {
        let text = format!(
            "$version: \"2.0\"\nnamespace a\nuse smithy.waiters#waitable\n\
             @aws.protocols#restJson1 service S {{ operations: [O] }}\n\
             @waitable(W: {{ acceptors: [{{ state: \"success\", matcher: {{ output: {{\n\
             path: \"{path}\", expected: \"x\", comparator: \"stringEquals\" }} }} }}] }})\n\
             @http(method: \"POST\", uri: \"/\") operation O {{ output := {{ s: String }} }}\n"
        );
        let reading = read(&format!("jmespath-{name}.smithy"), &text);
        assert!(!reading.diagnostics.iter().any(|it| it.code == "syntax"));
    }
}

#[test]
fn many_errors_are_found_soon() {
    let members: Vec<String> = (0..5_000)
        .map(|index| format!(r#""m{index}": {{"target": "a#Misspelt{index}"}}"#))
        .collect();
    let input =
        format!(r#""a#Input": {{"type": "structure", "members": {{{}}}}}"#, members.join(","));
    let reading = read("unknown.json", &model(&input));
    assert!(reading.api.is_none());
    assert_eq!(
        reading.diagnostics.iter().filter(|finding| finding.code == "unknown-shape").count(),
        5_000
    );
}

#[test]
fn misspelt_members_are_found_soon() {
    let count = 5_000;
    let mut text = String::from("$version: \"2.0\"\nnamespace a\nstructure S {\n");
    for index in 0..count {
        writeln!(text, "    member{index:05}: String").unwrap();
    }
    text += "}\n";
    for index in 0..count {
        writeln!(text, "apply S$membxr{index:05} @required").unwrap();
    }
    let reading = read("misspelt.smithy", &text);
    let help = |finding: &&Diagnostic| finding.code == "unknown-member" && finding.help.is_some();
    assert_eq!(reading.diagnostics.len(), count);
    assert!((1..100).contains(&reading.diagnostics.iter().filter(help).count()));

    let path: Vec<String> = (0..count).map(|index| format!("membxr{index:05}")).collect();
    let members: Vec<String> =
        path.iter().map(|name| name.replace('x', "e") + ": String").collect();
    let text = format!(
        "$version: \"2.0\"\nnamespace a\nuse smithy.waiters#waitable\n\
         @aws.protocols#restJson1 service S {{ operations: [O] }}\n\
         @waitable(W: {{ acceptors: [{{ state: \"success\", matcher: {{ output: {{\n\
         path: \"[{}]\", expected: \"x\", comparator: \"anyStringEquals\" }} }} }}] }})\n\
         @http(method: \"POST\", uri: \"/\") operation O {{ output := {{\n{}\n}} }}\n",
        path.join(","),
        members.join("\n")
    );
    let reading = read("misspelt-path.smithy", &text);
    let unknown: Vec<_> =
        reading.diagnostics.iter().filter(|it| it.message.contains("no member")).collect();
    assert!((1..100).contains(&unknown.len()));
    assert!(unknown.iter().all(|finding| finding.message.len() < 400));
}

#[test]
fn what_mixins_give_is_bounded() {
    let long = "x".repeat(100_000);
    let mut text = format!(
        "$version: \"2.0\"\nnamespace a\n@mixin @documentation(\"{long}\") structure M {{}}\n"
    );
    for index in 0..20_000 {
        writeln!(text, "structure S{index} with [M] {{}}").unwrap();
    }
    has(&read("heavy-mixin.smithy", &text), "model-size");

    // Each mixin gives the same errors, and a few operations take them all.
    let count = 3_000;
    let errors: Vec<String> = (0..count).map(|index| format!("E{index}")).collect();
    let errors = errors.join(", ");
    let mut text =
        format!("$version: \"2.0\"\nnamespace a\n@mixin operation M {{ errors: [{errors}] }}\n");
    for index in 0..count {
        writeln!(text, "@error(\"client\") structure E{index} {{}}").unwrap();
    }
    for index in 0..100 {
        writeln!(text, "operation O{index} with [M] {{ errors: [{errors}] }}").unwrap();
    }
    let loading = load("mixin-errors.smithy", &text);
    assert!(!loading.is_broken());
}

#[test]
fn errors_of_many_operations_are_read_in_linear_time() {
    let count = 1_400;
    let names = |prefix: &str| {
        (0..count).map(|index| format!("{prefix}{index}")).collect::<Vec<_>>().join(", ")
    };
    let mut text = format!(
        "$version: \"2.0\"\nnamespace a\n@aws.protocols#awsJson1_1\n\
         service S {{ operations: [{}], errors: [{}] }}\n",
        names("O"),
        names("E")
    );
    for index in 0..count {
        writeln!(text, "operation O{index} {{}}\n@error(\"client\") structure E{index} {{}}")
            .unwrap();
    }
    let api = read("errors.smithy", &text).api.unwrap();
    assert_eq!(api.operations[0].errors.len(), count);
}

#[test]
fn long_lists_are_read_in_linear_time() {
    let count = 10_000;
    let list = |item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join("\n");
    // The places of items: in the metadata, in a trait's value, of tests, and of waiters.
    let suppressions = list(&|_| "{ id: \"A\", namespace: \"a\" }".to_owned());
    let values = list(&|index| format!("{{ value: \"v{index}\", name: \"N{index}\" }}"));
    let acceptors = list(&|_| "{ state: \"success\", matcher: { errorType: \"E\" } }".to_owned());
    let text = format!(
        "$version: \"1.0\"\nmetadata suppressions = [\n{suppressions}\n]\nnamespace a\n\
         use smithy.waiters#waitable\n\
         @aws.protocols#restJson1 service S {{ version: \"1\", operations: [O] }}\n\
         @waitable(W: {{ acceptors: [\n{acceptors}\n] }})\n\
         @http(method: \"POST\", uri: \"/\") operation O {{ input: I, errors: [E] }}\n\
         structure I {{ e: V }}\n@error(\"client\") structure E {{}}\n@enum([\n{values}\n])\nstring V\n"
    );
    let reading = read("places.smithy", &text);
    assert_eq!(reading.api.unwrap().operations[0].waiters[0].acceptors.len(), count);

    // Statements of metadata under one key, and members from a resource.
    let count = 60_000;
    let list = |item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join("\n");
    let text = format!(
        "$version: \"2.0\"\n{}\nnamespace a\n\
         resource R {{ identifiers: {{\n{}\n}} }}\nstructure T for R {{\n{}\n}}\n",
        list(&|_| "metadata list = [1]".to_owned()),
        list(&|index| format!("identifier{index}: String")),
        list(&|index| format!("$identifier{index}"))
    );
    assert!(!load("lists.smithy", &text).is_broken());
}

#[test]
fn large_files_are_read_in_linear_time() {
    // Two megabytes; what takes quadratic time would take too long.
    let mut shapes = String::new();
    for index in 0..10_000 {
        write!(
            shapes,
            r#""a#T{index}": {{"type": "structure", "members": {{
                "a": {{"target": "smithy.api#String", "traits": {{"smithy.api#required": {{}}}}}},
                "b": {{"target": "a#T{}"}}, "c": {{"target": "a#L{index}"}}}}}},
            "a#L{index}": {{"type": "list", "member": {{"target": "a#T{index}"}}}},"#,
            (index + 1) % 10_000
        )
        .unwrap();
    }
    let input = r#""a#Input": {"type": "structure", "members": {"t": {"target": "a#T0"}}}"#;
    let reading = read("large.json", &model(&format!("{shapes}{input}")));
    assert_eq!(reading.api.unwrap().shapes.len(), 20_001);
}

/// Every golden model with bytes taken out, doubled and swapped: whatever comes of it, it comes.
#[test]
fn broken_text_never_panics() {
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % (below as u64)).unwrap()
    };
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut models: Vec<PathBuf> =
        fs::read_dir(golden).unwrap().map(|entry| entry.unwrap().path()).collect();
    models.sort();
    let mut tried = 0;
    for path in models {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
        if !matches!(extension, "smithy" | "json" | "yaml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for _ in 0..20 {
            let mut characters: Vec<char> = text.chars().collect();
            for _ in 0..=next(3) {
                let at = next(characters.len());
                let length = 1 + next(12.min(characters.len() - at));
                match next(4) {
                    0 => drop(characters.drain(at..at + length)),
                    1 => {
                        let copy = characters[at..at + length].to_vec();
                        characters.splice(at..at, copy);
                    }
                    2 => characters.swap(at, next(text.chars().count().min(at + 1))),
                    _ => characters.truncate(at + 1),
                }
            }
            let broken: String = characters.into_iter().collect();
            read(&format!("broken.{extension}"), &broken);
            tried += 1;
        }
    }
    assert!(tried > 100);
}
