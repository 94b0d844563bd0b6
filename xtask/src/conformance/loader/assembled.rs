//! Models of several files, and files with one thing to look at: what the tests of the reference's assembler
//! check.

use super::{
    expected::{
        self, Check,
        Expected::{AsIn, Error, Finding, Is, Lacks, Order, Shown, Unvalidated},
    },
    suite::{Suite, same, sound},
};
use farrier_model::smithy::Mixins;
use std::path::PathBuf;

/// The cases of the folders and files that `valid/` and `invalid/` do not hold.
pub(super) fn add(suite: &mut Suite) {
    expected::add(suite, CHECKS);
    expected::add(suite, NAMES);
    add_repeated(suite);
    add_forward_reference(suite);
    add_skipped(suite);
}

#[rustfmt::skip]
const CHECKS: &[Check] = &[
    Check {
        id: "ast-empty-apply: an `apply` of nothing does nothing",
        files: &["ast-empty-apply-1.json", "ast-empty-apply-2.json"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#Foo", r#"{"type": "string"}"#)],
    },
    Check {
        id: "default-subsequent-trait: an assigned default leaves the next documentation alone",
        files: &["default-subsequent-trait.smithy"],
        beside: &[],
        expected: &[
            Is("/shapes/smithy.example#TestShape/members/foo/traits", r#"{"smithy.api#documentation": "foo", "smithy.api#required": {}, "smithy.api#default": false}"#),
            Is("/shapes/smithy.example#TestShape/members/bar/traits", r#"{"smithy.api#documentation": "bar", "smithy.api#required": {}, "smithy.api#default": "bar"}"#),
            Is("/shapes/smithy.example#TestShape/members/baz/traits", r#"{"smithy.api#documentation": "baz", "smithy.api#required": {}}"#),
            Is("/shapes/smithy.example#MyString", r#"{"type": "string"}"#),
        ],
    },
    Check {
        id: "forward-references-are-ordered: errors keep their order",
        files: &["forward-references-are-ordered.smithy"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#Example/errors", r#"[{"target": "smithy.example#Error1"}, {"target": "smithy.example#Error2"}, {"target": "smithy.example#Error3"}, {"target": "smithy.example#Error4"}, {"target": "smithy.example#Error5"}, {"target": "smithy.example#Error6"}]"#)],
    },
    Check {
        id: "invalid-shape-types: what is right beside an unknown type is kept",
        files: &["invalid-shape-types.json"],
        beside: &[],
        expected: &[
            Error("unknown-type", 5, 21),
            Is("/shapes/example.namespace#String/type", r#""string""#),
            Lacks("/shapes/example.namespace#Invalid"),
        ],
    },
    Check {
        id: "invalid-validation-selector: the selector of a validator is looked at",
        files: &["invalid-validation-selector.json"],
        beside: &[],
        expected: &[Error("model", 7, 29)],
    },
    Check {
        id: "loads-jar-traits: the file loads once the trait is defined",
        files: &["loads-jar-traits.smithy"],
        beside: &[("trait.smithy", "$version: \"2.0\"\nnamespace smithy.test\n@trait\nstructure test {}\n")],
        expected: &[
            Is("/shapes/ns.test#Weather/traits/smithy.test#test", "{}"),
            Is("/shapes/ns.test#GetCurrentTime/output/target", r#""ns.test#GetCurrentTimeOutput""#),
        ],
    },
    Check {
        id: "loads-validators: the metadata is kept as it is",
        files: &["loads-validators.smithy"],
        beside: &[],
        expected: &[Is("/metadata/validators", r#"[{"name": "MyValidator", "configuration": {"foo": "baz"}}]"#)],
    },
    Check {
        id: "validator-filtering-and-mapping: the metadata is kept as it is",
        files: &["validator-filtering-and-mapping.smithy"],
        beside: &[],
        expected: &[
            Is("/metadata/validators/0/selector", r#"":test(string, integer)""#),
            Is("/metadata/validators/1/namespaces", r#"["not.smithy.example"]"#),
            Is("/metadata/validators/2/message", r#""Test {super}""#),
            Is("/shapes/smithy.example#MyList/type", r#""integer""#),
        ],
    },
    Check {
        id: "validation-event-decorator-test: the file loads",
        files: &["validation-event-decorator-test.smithy"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#Foo/members/a/target", r#""smithy.example#MyString""#)],
    },
    Check {
        id: "main.json and nested/: a file and a folder are one model",
        files: &["main.json", "nested"],
        beside: &[],
        expected: &[
            Is("/metadata/foo", r#""baz""#),
            Is("/metadata/bar", r#""qux""#),
            Is("/metadata/lorem", r#""ipsum""#),
            Is("/metadata/list", r#"["a", "b", "c"]"#),
            Is("/shapes/example.namespace#String/traits/smithy.api#sensitive", "{}"),
            Is("/shapes/example.namespace#String/traits/smithy.api#mediaType", r#""application/json""#),
            AsIn("/shapes/example.namespace#String/traits/smithy.api#documentation", "nested/merges-2.json"),
            Is("/shapes/example.namespace#String2/type", r#""string""#),
            Is("/shapes/example.namespace#String3/type", r#""string""#),
            Is("/shapes/example.namespace#BigDecimal/type", r#""bigDecimal""#),
            Is("/shapes/example.namespace#TaggedUnion/members/baz/target", r#""example.namespace#Integer""#),
            Is("/shapes/example.namespace#Service/resources", r#"[{"target": "example.namespace#Resource"}]"#),
            Is("/shapes/example.namespace#Operation/traits/smithy.api#readonly", "{}"),
        ],
    },
    Check {
        id: "merges-1 with two files of nested/: `apply` reaches over files",
        files: &["merges-1.json", "nested/merges-2.json", "nested/merges-3.json"],
        beside: &[],
        expected: &[
            Is("/shapes/example.namespace#String/type", r#""string""#),
            Is("/shapes/example.namespace#String/traits/smithy.api#mediaType", r#""application/json""#),
            AsIn("/shapes/example.namespace#String/traits/smithy.api#documentation", "nested/merges-2.json"),
        ],
    },
    Check {
        id: "merges-1 with all of nested/: the same with a folder",
        files: &["merges-1.json", "nested"],
        beside: &[],
        expected: &[
            Is("/shapes/example.namespace#String/traits/smithy.api#mediaType", r#""application/json""#),
            Is("/shapes/example.namespace#String3/type", r#""string""#),
        ],
    },
    Check {
        id: "metadata-conflicts: two values of a key conflict, two arrays do not",
        files: &["metadata-conflicts.json", "metadata-conflicts-2.json"],
        beside: &[],
        expected: &[
            Error("metadata-conflict", 4, 9),
            Is("/metadata/list", r#"["c", "d", "a", "b"]"#),
        ],
    },
    Check {
        id: "multiline-comments: the lines of a documentation comment are one text",
        files: &["multiline-comments.smithy"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#MyStruct/members/myMember/traits/smithy.api#documentation", r#""This is the first line.\nThis is the second line.""#)],
    },
    Check {
        id: "null-coerce-traits: null is an empty list where the trait is a list",
        files: &["null-coerce-traits.json"],
        beside: &[],
        expected: &[Is("/shapes/ns.foo#Foo/traits", r#"{"smithy.api#deprecated": {}, "smithy.api#references": [], "smithy.api#tags": []}"#)],
    },
    Check {
        id: "string-member-external-traits: a member is no shape of its own",
        files: &["string-member-external-traits.json"],
        beside: &[],
        expected: &[
            Error("missing-type", 16, 9),
            Is("/shapes/ns.foo#List/member/traits/smithy.api#sensitive", "{}"),
        ],
    },
    Check {
        id: "test-foo-protocol-validator: the prelude has no trait `protocols` any more",
        files: &["test-foo-protocol-validator.json"],
        beside: &[],
        expected: &[Error("unknown-trait", 8, 17), Error("unknown-trait", 19, 17)],
    },
    Check {
        id: "assembler-fail-invalid-jar: an array of its own is no model",
        files: &["assembler-fail-invalid-jar/META-INF/smithy/invalid-array.json"],
        beside: &[],
        expected: &[Error("no-model", 1, 1)],
    },
    Check {
        id: "assembler-fail-invalid-jar: the valid file loads",
        files: &["assembler-fail-invalid-jar/META-INF/smithy/valid.smithy"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#MyString/type", r#""string""#)],
    },
    Check {
        id: "assembler-ignore-unrecognized-files: what is no model is passed over in a folder",
        files: &["assembler-ignore-unrecognized-files"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#MyString/type", r#""string""#)],
    },
    Check {
        id: "assembler-ignore-unrecognized-json: JSON that is no model is passed over in a folder",
        files: &["assembler-ignore-unrecognized-json"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#MyString/type", r#""string""#)],
    },
    Check {
        id: "error-recovery/to-dollar: reading goes on at the next control statement",
        files: &["error-recovery/to-dollar.smithy"],
        beside: &[],
        expected: &[Error("syntax", 1, 5), Is("/shapes/smithy.example#MyInteger/type", r#""integer""#)],
    },
    // The reference goes on at the trait only, and also says that it is unknown; Farrier goes on a statement
    // earlier, and leaves names alone for as long as it does not know all of the file.
    Check {
        id: "error-recovery/to-trait: reading goes on at the next statement",
        files: &["error-recovery/to-trait.smithy"],
        beside: &[],
        expected: &[
            Error("syntax", 9, 9),
            Is("/shapes/smithy.example#MyString/type", r#""string""#),
            Is("/shapes/smithy.example#MyInteger2/type", r#""integer""#),
            Lacks("/shapes/smithy.example#MyFooIsBroken"),
        ],
    },
    Check {
        id: "sourcecontext/context.smithy: a finding shows the `apply` that it is about",
        files: &["sourcecontext/context.smithy"],
        beside: &[("other.smithy", "$version: \"2.0\"\nnamespace example.smithy\napply Foo @documentation(\"other\")\n")],
        expected: &[
            Error("trait-conflict", 3, 11),
            Shown("15 | apply Foo @documentation(\"applied\")"),
        ],
    },
    Check {
        id: "sourcecontext/context.smithy: a finding shows the member that it is about",
        files: &["sourcecontext/context.smithy"],
        beside: &[("other.smithy", "$version: \"2.0\"\nnamespace example.smithy\napply Baz$bam @documentation(\"other\")\n")],
        expected: &[Error("trait-conflict", 3, 15), Shown("10 |   /// Hello!")],
    },
    Check {
        id: "sourcecontext/context.json: a finding shows the trait that it is about",
        files: &["sourcecontext/context.json"],
        beside: &[("other.smithy", "$version: \"2.0\"\nnamespace example.smithy\ninteger Foo\n")],
        expected: &[Error("shape-conflict", 3, 9), Shown("4 |         \"example.smithy#Foo\": {")],
    },
];

#[rustfmt::skip]
const NAMES: &[Check] = &[
    Check {
        id: "apply-use-1: alone, what is applied to is not there",
        files: &["apply-use-1.smithy"],
        beside: &[],
        expected: &[
            Error("unknown-shape", 6, 7), Error("unknown-trait", 6, 11), Error("unknown-shape", 9, 7),
            Error("unknown-shape", 12, 7), Error("unknown-shape", 15, 7),
        ],
    },
    Check {
        id: "apply-use-1: `apply` finds shapes and traits of other files",
        files: &["apply-use-1.smithy"],
        beside: &[
            ("shape.smithy", "$version: \"2.0\"\nnamespace smithy.example\nstring Foo\n@trait\nstring bar\n"),
            ("trait.smithy", "$version: \"2.0\"\nnamespace smithy.example.b\n@trait\nstring baz\n"),
        ],
        expected: &[Is("/shapes/smithy.example#Foo/traits", r#"{"smithy.api#deprecated": {}, "smithy.api#sensitive": {}, "smithy.example#bar": "hi", "smithy.example.b#baz": "hi"}"#)],
    },
    Check {
        id: "second-namespace: `use` brings in shapes and traits of another namespace",
        files: &["second-namespace.smithy"],
        beside: &[("first.smithy", "$version: \"2.0\"\nnamespace smithy.example1\nstring Foo\nstring Baz\nstring Bar\n@trait\nstructure trait1 {}\n@trait\nlist trait2 {\n    member: String\n}\n@trait\nstructure trait3 {}\n")],
        expected: &[
            Is("/shapes/smithy.example2#MyStruct/traits", r#"{"smithy.example1#trait1": {}, "smithy.example1#trait2": [], "smithy.example1#trait3": {}}"#),
            Is("/shapes/smithy.example2#MyStruct/members", r#"{"foo": {"target": "smithy.example1#Foo"}, "baz": {"target": "smithy.example1#Baz"}, "bar": {"target": "smithy.example1#Bar"}}"#),
            Order("/shapes/smithy.example2#MyStruct/members", &["foo", "baz", "bar"]),
        ],
    },
    Check {
        id: "forwardrefs/resource: a resource finds an operation of another file",
        files: &["forwardrefs/resource"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#Smithy/operations", r#"[{"target": "smithy.example#GetFoo"}]"#)],
    },
    Check {
        id: "use-operations: operations, resources, inputs and identifiers that `use` brings in",
        files: &["use-operations/service.smithy", "use-operations/nested.smithy", "use-operations/other.smithy"],
        beside: &[],
        expected: &[
            Is("/shapes/smithy.example#Local", r#"{"type": "operation", "input": {"target": "smithy.example.nested#A"}, "output": {"target": "smithy.example.nested#B"}, "errors": [{"target": "smithy.example.nested#C"}]}"#),
            Is("/shapes/smithy.example#Foo/operations", r#"[{"target": "smithy.example.nested#Hello"}, {"target": "smithy.example#Local"}]"#),
            Is("/shapes/smithy.example#Foo/resources", r#"[{"target": "smithy.example.nested#Resource"}]"#),
            Is("/shapes/smithy.example.nested#Resource/identifiers", r#"{"x": {"target": "smithy.example.other#X"}, "s": {"target": "smithy.api#String"}}"#),
            Is("/shapes/smithy.example.nested#Resource/read/target", r#""smithy.example.other#GetHello2""#),
            Is("/shapes/smithy.example.nested#Resource/operations", r#"[{"target": "smithy.example.other#Hello2"}]"#),
        ],
    },
    Check {
        id: "private-resource-elision: `for` of a private resource of another namespace is a danger",
        files: &["private-resource-elision/private-resource.smithy", "private-resource-elision/cross-namespace-structure.smithy"],
        beside: &[],
        expected: &[
            Unvalidated,
            Finding("danger", "private-access", 5, 38),
            Is("/shapes/smithy.example#InvalidElidedStructure/members/id/target", r#""smithy.api#String""#),
        ],
    },
    Check {
        id: "private-resource-elision: `for` of a private resource of the same namespace is fine",
        files: &["private-resource-elision/same-namespace-structure.smithy"],
        beside: &[],
        expected: &[Unvalidated, Is("/shapes/smithy.private#InternalElidedStructure/members/id/target", r#""smithy.api#String""#)],
    },
    Check {
        id: "private-resource-elision: `for` of a public resource is fine",
        files: &["private-resource-elision/public-resource.smithy"],
        beside: &[("other.smithy", "$version: \"2.0\"\nnamespace smithy.example\nuse smithy.public#PublicResource\nstructure Elided for PublicResource {\n    $id\n}\n")],
        expected: &[Is("/shapes/smithy.example#Elided/members/id/target", r#""smithy.api#String""#)],
    },
];

/// Files that are loaded twice, and give the same.
fn add_repeated(suite: &mut Suite) {
    for file in ["dedupe-models.smithy", "mixin-and-apply-model.smithy"] {
        suite.claim(&[file]);
        let path = suite.path(file);
        let result = || {
            let [once, twice] =
                [vec![path.clone()], vec![path.clone(), path.clone()]].map(|it| sound(&it));
            same(&once?.model.to_ast(Mixins::Kept), &twice?.model.to_ast(Mixins::Kept))
        };
        suite.add(format!("{file}: a file that is named twice is read once"), result());
    }
}

fn add_forward_reference(suite: &mut Suite) {
    suite.claim(&["forwardrefs/use"]);
    let files = |files: &[&str]| files.iter().map(|it| suite.path(it)).collect::<Vec<PathBuf>>();
    let applied = files(&["forwardrefs/use/no-use.smithy", "valid/__shared.json"]);
    let expected = files(&["forwardrefs/use/result.json"]);
    let result = || {
        let (applied, expected) = (sound(&applied)?.model, sound(&expected)?.model);
        same(&applied.to_ast(Mixins::Kept), &expected.to_ast(Mixins::Kept))
    };
    let result = result();
    suite.add("forwardrefs/use: `apply` of an absolute member reaches another file", result);
}

/// What tests something that only a JVM has.
fn add_skipped(suite: &mut Suite) {
    suite.skip(
        "assembler-fail-invalid-jar: a jar whose manifest names a file that is no model",
        "Farrier reads files and folders, not jars",
    );
    suite.skip(
        "loads-jar-traits: the trait's definition and class come from a jar",
        "Farrier reads no jars, and traits have no classes here",
    );
    suite.skip(
        "loads-validators, validator-filtering-and-mapping: a validator of the class path is called",
        "validators by name are Java classes that a service loader finds",
    );
    suite.skip(
        "validation-event-decorator-test: a decorator of the class path changes findings",
        "decorators are Java classes that a service loader finds",
    );
}
