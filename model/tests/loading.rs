//! Loading Smithy models: what several files are together, written as JSON AST, and what is wrong with them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

use farrier_model::{
    Sources, diagnostic,
    smithy::{self, Loading, Mixins},
};
use serde_json::{Value, json};

/// Loads files, given as names and texts.
fn load(files: &[(&str, &str)]) -> Loading {
    let mut sources = Sources::new();
    for (name, text) in files {
        sources.add(*name, *text);
    }
    smithy::load_sources(sources)
}

/// The same in Smithy 2.0 and in the namespace `a`, without the lines that say so.
fn load_text(text: &str) -> Loading {
    load(&[("a.smithy", &format!("$version: \"2.0\"\nnamespace a\n{text}"))])
}

/// The shapes of a model that must be sound, as JSON AST; the model must be the same when that is read.
#[track_caller]
fn shapes(loading: &Loading, mixins: Mixins) -> Value {
    let said = diagnostic::render(&loading.sources, &loading.diagnostics, false);
    assert!(!loading.is_broken(), "{said}");
    let text = loading.model.to_ast(Mixins::Kept).to_json();
    let again = load(&[("written.json", &text)]);
    assert_eq!(again.model.to_ast(Mixins::Kept).to_json(), text);
    let text = loading.model.to_ast(mixins).to_json();
    let mut ast: Value = serde_json::from_str(&text).expect("what is written is JSON");
    ast["shapes"].take()
}

#[track_caller]
fn check(loading: &Loading, mixins: Mixins, expected: &Value) {
    let found = shapes(loading, mixins);
    assert_eq!(found, *expected, "\n{found:#}");
}

/// Checks all that is said of a model: `code line:column message`, a line each.
#[track_caller]
fn check_findings(loading: &Loading, expected: &[&str]) {
    let lines = diagnostic::to_json_lines(&loading.sources, &loading.diagnostics);
    let found: Vec<String> = lines
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("a line is JSON");
            let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
            let place = format!("{}:{}", line["line"], line["column"]);
            format!("{} {place} {}", text("code"), text("message"))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_model_of_1_0_is_written_as_2_0() {
    let text = r#"$version: "1.0"
        namespace a
        structure S {
            implied: PrimitiveInteger,
            @required
            required: Flag,
            @range(min: 1)
            ranged: PrimitiveLong,
            @box
            boxed: Flag,
            nullable: Boolean,
            custom: Boxed,
            stream: Stream,
            @required
            given: Stream,
        }
        boolean Flag
        @box
        double Boxed
        @streaming
        blob Stream
        set Names {
            member: String,
        }
    "#;
    let zero = json!({"smithy.api#default": 0});
    let expected = json!({
        "a#Boxed": {"type": "double"},
        "a#Flag": {"type": "boolean", "traits": {"smithy.api#default": false}},
        "a#Names": {
            "type": "list",
            "member": {"target": "smithy.api#String"},
            "traits": {"smithy.api#uniqueItems": {}},
        },
        "a#S": {"type": "structure", "members": {
            "implied": {"target": "smithy.api#PrimitiveInteger", "traits": zero},
            "required": {
                "target": "a#Flag",
                "traits": {"smithy.api#default": false, "smithy.api#required": {}},
            },
            "ranged": {
                "target": "smithy.api#PrimitiveLong",
                "traits": {"smithy.api#default": 0, "smithy.api#range": {"min": 1}},
            },
            "boxed": {"target": "a#Flag", "traits": {"smithy.api#default": null}},
            "nullable": {"target": "smithy.api#Boolean"},
            "custom": {"target": "a#Boxed"},
            "stream": {"target": "a#Stream", "traits": {"smithy.api#default": ""}},
            "given": {"target": "a#Stream", "traits": {"smithy.api#required": {}}},
        }},
        "a#Stream": {"type": "blob", "traits": {"smithy.api#streaming": {}}},
    });
    check(&load(&[("a.smithy", text)]), Mixins::Kept, &expected);
}

#[test]
fn versions_know_only_their_own() {
    let old = "$version: \"1.0\"\nnamespace a\n@mixin\nstructure M {}\nstructure S {\n    @default(1)\n    a: Integer\n}\n";
    check_findings(
        &load(&[("a.smithy", old)]),
        &[
            "mixin-version 3:1 `M` is a mixin, which Smithy 1.0 does not know",
            "smithy-version 6:5 `default` can only be used with Smithy 2.0, and this shape is of 1.0",
        ],
    );
    check_findings(
        &load_text("structure S {\n    @box\n    a: Integer\n}\napply S$a @box\n"),
        &[
            "smithy-version 4:5 `box` cannot be used with Smithy 2.0",
            "smithy-version 7:11 `box` cannot be used with Smithy 2.0",
        ],
    );
    let ast = |version: &str| {
        let resource =
            r#"{"type": "resource", "properties": {"p": {"target": "smithy.api#String"}}}"#;
        let text = format!(
            r#"{{"shapes": {{"a#R": {resource}, "a#E": {{"type": "enum", "members": {{}}}},
            "a#S": {{"type": "set", "member": {{"target": "smithy.api#String"}}}}}}, "smithy": "{version}"}}"#
        );
        load(&[("a.json", &text)])
    };
    check_findings(
        &ast("1.0"),
        &[
            "smithy-version 1:41 resources can only have properties with Smithy 2.0, and this file is written in 1.0",
            "smithy-version 1:112 `enum` shapes can only be used with Smithy 2.0, and this file is written in 1.0",
        ],
    );
    check_findings(
        &ast("2.0"),
        &["smithy-version 2:29 `set` shapes cannot be used with Smithy 2.0"],
    );
}

#[test]
fn mixins_stay_apart_from_what_is_added_to_them() {
    let text = r#"
        @mixin(localTraits: [private])
        @private
        @sensitive
        structure Base {
            /// Base.
            name: String
            size: Integer
        }
        structure Shape with [Base] {
            /// Shape.
            name: String
            more: String
        }
        apply Shape$size @required
        @mixin
        enum Letters {
            A
        }
        enum Words with [Letters] {
            WORD = "word"
        }
        @mixin
        operation Fallible {
            errors: [Failed]
        }
        operation Do with [Fallible] {
            errors: [Lost]
        }
        @error("client")
        structure Failed {}
        @error("client")
        structure Lost {}
    "#;
    let loading = load_text(text);
    let kept = shapes(&loading, Mixins::Kept);
    let unit = json!({"target": "smithy.api#Unit"});
    let base = json!([{"target": "a#Base"}]);
    let more = json!({"more": {"target": "smithy.api#String"}});
    assert_eq!(kept["a#Shape"], json!({"type": "structure", "mixins": base, "members": more}));
    let applied = json!({"smithy.api#documentation": "Shape."});
    assert_eq!(kept["a#Shape$name"], json!({"type": "apply", "traits": applied}));
    let applied = json!({"smithy.api#required": {}});
    assert_eq!(kept["a#Shape$size"], json!({"type": "apply", "traits": applied}));
    assert_eq!(kept["a#Words$A"], Value::Null);
    assert_eq!(
        kept["a#Do"],
        json!({
            "type": "operation", "mixins": [{"target": "a#Fallible"}],
            "input": unit, "output": unit, "errors": [{"target": "a#Lost"}],
        })
    );
    let error =
        json!({"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}});
    let value = |value: &str| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
    let expected = json!({
        "a#Do": {
            "type": "operation", "input": unit, "output": unit,
            "errors": [{"target": "a#Failed"}, {"target": "a#Lost"}],
        },
        "a#Failed": error,
        "a#Lost": error,
        "a#Shape": {
            "type": "structure",
            "members": {
                "name": {
                    "target": "smithy.api#String",
                    "traits": {"smithy.api#documentation": "Shape."},
                },
                "size": {"target": "smithy.api#Integer", "traits": {"smithy.api#required": {}}},
                "more": {"target": "smithy.api#String"},
            },
            "traits": {"smithy.api#sensitive": {}},
        },
        "a#Words": {"type": "enum", "members": {"A": value("A"), "WORD": value("word")}},
    });
    check(&loading, Mixins::Flattened, &expected);
}

#[test]
fn files_are_one_model() {
    let one = "$version: \"2.0\"\nmetadata list = [1]\nmetadata same = {a: 1}\nnamespace a\n@tags([\"x\"])\nstring S\n";
    let two = r#"{"smithy": "2", "metadata": {"list": [1, 2], "same": {"a": 1}},
        "shapes": {"a#S": {"type": "apply", "traits": {"smithy.api#tags": ["y"]}}}}"#;
    let loading = load(&[("one.smithy", one), ("two.json", two)]);
    let expected = json!({"a#S": {"type": "string", "traits": {"smithy.api#tags": ["x", "y"]}}});
    check(&loading, Mixins::Kept, &expected);
    let ast: Value =
        serde_json::from_str(&loading.model.to_ast(Mixins::Kept).to_json()).expect("JSON");
    assert_eq!(ast["metadata"], json!({"list": [1, 1, 2], "same": {"a": 1}}));
}

#[test]
fn equal_definitions_are_one() {
    let text = r#"$version: "2.0"
        namespace a
        resource R {
            identifiers: { id: String }
        }
        @mixin
        structure M {
            size: Integer
        }
        structure S for R with [M] {
            @required
            $id
            @required
            $size
            own: String
        }
        operation Do {
            input := {}
        }
        @mixin
        operation Nothing {}
    "#;
    let loading = load(&[("one.smithy", text)]);
    let expected = shapes(&loading, Mixins::Flattened);
    let ast = loading.model.to_ast(Mixins::Kept).to_json();
    let twice = [("one.smithy", text), ("two.json", &ast), ("three.smithy", text)];
    check(&load(&twice), Mixins::Flattened, &expected);
    let reversed = [("two.json", ast.as_str()), ("one.smithy", text)];
    check(&load(&reversed), Mixins::Flattened, &expected);

    let other = "$version: \"2.0\"\nnamespace a\nstructure S for R with [M] {\n    $id\n    own: Integer\n}\n";
    check_findings(
        &load(&[("one.smithy", text), ("two.smithy", other)]),
        &["shape-conflict 3:11 `a#S` is defined twice, and the definitions differ"],
    );
}

#[test]
fn a_shape_may_be_called_unit() {
    let text = "structure Unit {\n    a: String\n}\n@mixin\noperation M {\n    input: Unit\n}\n";
    check_findings(
        &load_text(text),
        &[
            "mixin-property 8:12 the operation `M` is a mixin, and so cannot have input or output of its own",
        ],
    );
}

#[test]
fn numbers_beyond_doubles_are_kept() {
    let text = "@trait\nbigDecimal t\n@t(1.5e+400)\nstring A\n@t(123456789012345678901234567890)\nstring B\n\
                @t(1.00000000000000000001)\nstring C\n@t(18446744073709551616)\nstring D\n";
    let loading = load_text(text);
    assert!(!loading.is_broken());
    let written = loading.model.to_ast(Mixins::Kept).to_json();
    assert!(written.contains("\"a#t\":15e399"), "{written}");
    assert!(written.contains("\"a#t\":123456789012345678901234567890"), "{written}");
    assert!(written.contains("\"a#t\":1.00000000000000000001"), "{written}");
    let again = load(&[("written.json", &written)]);
    assert!(!again.is_broken());
    assert_eq!(again.model.to_ast(Mixins::Kept).to_json(), written);
}

#[test]
fn a_namespace_is_known_by_its_whole_name() {
    let text = "use alloy#simpleRestJson\nuse alloy.proto#grpc\nuse alloycorp#missing\nstring S\n";
    check_findings(
        &load_text(text),
        &["unknown-shape 5:5 `use` names `alloycorp#missing`, which no file defines"],
    );
}

#[test]
fn members_target_what_smithy_defines() {
    let text = "@trait\nstructure t {\n    d: smithy.api#documentation\n    tags: tags\n    \
                c: smithy.contracts#Condition\n    p: smithy.rules#ParameterType\n}\n";
    check_findings(&load_text(text), &[]);
    check_findings(
        &load_text(
            "structure S {\n    d: smithy.api#documentatoin\n    t: smithy.test#Nothing\n}\n",
        ),
        &[
            "unknown-shape 4:8 there is no shape `smithy.api#documentatoin`",
            "unknown-shape 5:8 there is no shape `smithy.test#Nothing`",
        ],
    );
}

#[test]
fn what_is_read_as_idl_is_not_too_deep_for_json() {
    let deep = |count| {
        format!(
            "@trait\ndocument t\nstructure S {{\n    @t({}{})\n    m: String\n}}\n",
            "[".repeat(count),
            "]".repeat(count)
        )
    };
    let loading = load_text(&deep(110));
    assert!(!loading.is_broken());
    let written = loading.model.to_ast(Mixins::Kept).to_json();
    assert!(!load(&[("written.json", &written)]).is_broken());
    assert!(load_text(&deep(111)).is_broken());
}

#[test]
fn what_is_right_is_there_in_spite_of_errors() {
    let text = "string Before\nstructure Broken {\n    a String\n}\nstring After\n";
    let loading = load_text(text);
    check_findings(
        &loading,
        &["syntax 5:7 expected `:` and the target after the member's name `a`, found `String`"],
    );
    let ast = loading.model.to_ast(Mixins::Kept).to_json();
    let expected =
        r#"{"smithy":"2.0","shapes":{"a#After":{"type":"string"},"a#Before":{"type":"string"}}}"#;
    assert_eq!(ast, expected);
}

#[test]
fn what_is_wrong_is_said_once() {
    let other = "$version: \"2.0\"\nnamespace b\n@private\nresource Secret {\n    identifiers: {id: String}\n}\n";
    let text = "$version: \"2.0\"\nnamespace a\nstructure S for b#Secret {\n    $id\n}\nstructure T for S {\n    $id\n}\n";
    check_findings(
        &load(&[("a.smithy", text), ("b.smithy", other)]),
        &[
            "private-access 3:17 `for` names `b#Secret`, which is private to its namespace",
            "not-a-resource 6:17 `for` names `S`, which is not a resource",
        ],
    );
    check_findings(
        &load_text("map M {}\n"),
        &["missing-member 3:5 the map has neither `key` nor `value`"],
    );
    let text = "$version: \"2.0\"\nmetadata a = [truefalse]\n";
    check_findings(
        &load(&[("a.smithy", text)]),
        &["syntactic-shape-id-target 2:15 there is no shape `smithy.api#truefalse`"],
    );
}

#[test]
fn a_file_that_is_named_twice_is_one_file() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("loading");
    std::fs::create_dir_all(&folder).expect("the target directory can be written");
    let file = folder.join("a.smithy");
    std::fs::write(&file, "$version: \"2.0\"\nmetadata list = [1]\n").expect("it can be written");
    let loading = smithy::load(&[file.clone(), folder, file]);
    assert!(!loading.is_broken());
    let ast = loading.model.to_ast(Mixins::Kept).to_json();
    assert_eq!(ast, r#"{"smithy":"2.0","metadata":{"list":[1]},"shapes":{}}"#);
}
