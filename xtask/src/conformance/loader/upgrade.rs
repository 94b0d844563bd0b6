//! `upgrade/`, `upgrade-box/` and their like: models of 1.0, and what they say in 2.0.

use super::{
    compare::at,
    expected::{
        self, Check,
        Expected::{Error, Is, Lacks},
    },
    suite::{Suite, reload, same, sound, sound_sources},
};
use farrier_model::{Sources, api::Value, smithy::Mixins};

/// The cases.
pub(super) fn add(suite: &mut Suite) {
    expected::add(suite, CHECKS);
    for (id, left, right) in PAIRS {
        suite.claim(left);
        suite.claim(right);
        let result = alike(suite, left, right, &[]);
        suite.add(*id, result);
    }
    suite.claim(&["upgrade/mixed-versions"]);
    let result = alike(suite, &[], &["upgrade/mixed-versions/upgraded.smithy"], MIXED_VERSIONS);
    suite.add("upgrade/mixed-versions: a file of 1.0 beside one of 2.0", result);
    suite.claim(&["upgrade-box"]);
    for file in suite.files_in("upgrade-box") {
        let result = nullability(suite, &file);
        suite.add(file, result);
    }
    suite.skip(
        "upgrade-box: `v1-box` of the first lines",
        "it asks for traits that the reference adds in memory for tools of 1.0, and never writes",
    );
}

/// Files that are one model, and files that are the same model.
const PAIRS: &[(&str, &[&str], &[&str])] = &[
    (
        "upgrade/all-1.0: defaults of primitives and of streaming blobs",
        &["upgrade/all-1.0/main.smithy"],
        &["upgrade/all-1.0/upgraded.smithy"],
    ),
    (
        "upgrade/does-not-introduce-conflict: `required` and `box` beside defaults",
        &["upgrade/does-not-introduce-conflict/main.smithy"],
        &["upgrade/does-not-introduce-conflict/upgraded.smithy"],
    ),
    (
        "synthetic-boxing: 1.0 and 2.0 say the same",
        &["synthetic-boxing-1.smithy"],
        &["synthetic-boxing-2.smithy"],
    ),
    (
        "synthetic-boxing: both together are the same still",
        &["synthetic-boxing-1.smithy", "synthetic-boxing-2.smithy"],
        &["synthetic-boxing-2.smithy"],
    ),
    (
        "synthetic-boxing: in the other order too",
        &["synthetic-boxing-2.smithy", "synthetic-boxing-1.smithy"],
        &["synthetic-boxing-1.smithy"],
    ),
    (
        "needs-upgrade-document-node is needs-downgrade-document-node",
        &["needs-upgrade-document-node.json"],
        &["needs-downgrade-document-node.json"],
    ),
    (
        "needs-upgrade-document-node and needs-downgrade-document-node together are one of them",
        &["needs-upgrade-document-node.json", "needs-downgrade-document-node.json"],
        &["needs-downgrade-document-node.json"],
    ),
];

/// What `upgraded.smithy` was upgraded from; the corpus does not have it.
const MIXED_VERSIONS: &[(&str, &str)] = &[
    (
        "one.smithy",
        "$version: \"1.0\"\nnamespace smithy.example\nstructure Foo {\n    number: PrimitiveInteger\n}\n",
    ),
    (
        "two.smithy",
        "$version: \"2.0\"\nnamespace smithy.example\nstructure Baz {\n    number: Integer = 0\n}\n",
    ),
];

#[rustfmt::skip]
const CHECKS: &[Check] = &[
    Check {
        id: "needs-upgrade-document-node: what each shape and member has by default",
        files: &["needs-upgrade-document-node.json"],
        beside: &[],
        expected: &[
            Is("/shapes/smithy.example#BoxDouble", r#"{"type": "double"}"#),
            Is("/shapes/smithy.example#PrimitiveDouble/traits", r#"{"smithy.api#default": 0}"#),
            Is("/shapes/smithy.example#Struct/members", r#"{"foo": {"target": "smithy.example#PrimitiveDouble", "traits": {"smithy.api#default": 0}}, "bar": {"target": "smithy.example#BoxDouble"}, "boxed": {"target": "smithy.example#PrimitiveDouble", "traits": {"smithy.api#default": null}}}"#),
        ],
    },
    Check {
        id: "invalid-1.0-model-upgraded: what is wrong elsewhere does not keep a model from being upgraded",
        files: &["invalid-1.0-model-upgraded.smithy"],
        beside: &[],
        expected: &[
            Error("unknown-trait", 15, 5),
            Error("unknown-shape", 19, 10),
            Is("/shapes/smithy.example#MyInteger/traits", r#"{"smithy.api#default": 0}"#),
            Is("/shapes/smithy.example#Foo/members/baz/traits", r#"{"smithy.api#default": 0}"#),
            Is("/shapes/smithy.example#Foo/members/bam", r#"{"target": "smithy.api#PrimitiveInteger", "traits": {"smithy.api#default": null}}"#),
            Lacks("/shapes/smithy.example#Foo/members/bar/traits"),
        ],
    },
    Check {
        id: "range-upgrade-1.0: a range without zero is kept, and no error beside a default of zero",
        files: &["range-upgrade-1.0.smithy"],
        beside: &[],
        expected: &[Is("/shapes/smithy.example#MyLong1/traits", r#"{"smithy.api#range": {"min": 1, "max": 100}, "smithy.api#default": 0}"#)],
    },
    Check {
        id: "upgrade/box-in-v2: 2.0 has no `box`",
        files: &["upgrade/box-in-v2/main.smithy"],
        beside: &[],
        expected: &[Error("smithy-version", 6, 5)],
    },
    Check {
        id: "upgrade/box-in-v2: nor has what it would be upgraded to",
        files: &["upgrade/box-in-v2/upgraded.smithy"],
        beside: &[],
        expected: &[Error("smithy-version", 7, 5)],
    },
    Check {
        id: "upgrade/primitives-in-v2: members of 2.0 say the default of what they target",
        files: &["upgrade/primitives-in-v2/main.smithy"],
        beside: &[],
        expected: &[
            Error("default-trait", 7, 5), Error("default-trait", 8, 5), Error("default-trait", 9, 5),
            Error("default-trait", 10, 5), Error("default-trait", 11, 5), Error("default-trait", 12, 5),
            Error("default-trait", 13, 5),
        ],
    },
    Check {
        id: "upgrade/primitives-in-v2: so must those of the other file",
        files: &["upgrade/primitives-in-v2/upgraded.smithy"],
        beside: &[],
        expected: &[
            Error("default-trait", 7, 5), Error("default-trait", 8, 5), Error("default-trait", 9, 5),
            Error("default-trait", 10, 5), Error("default-trait", 11, 5), Error("default-trait", 12, 5),
            Error("default-trait", 13, 5),
        ],
    },
];

/// Whether both sides are the same model. `beside` belongs to the left one.
fn alike(
    suite: &Suite,
    left: &[&str],
    right: &[&str],
    beside: &[(&str, &str)],
) -> Result<(), String> {
    let paths = |files: &[&str]| files.iter().map(|it| suite.path(it)).collect::<Vec<_>>();
    let left = if beside.is_empty() {
        sound(&paths(left))?
    } else {
        let mut sources = Sources::new();
        for (name, text) in beside {
            sources.add(*name, *text);
        }
        sound_sources(sources)?
    };
    let right = sound(&paths(right))?;
    same(&left.model.to_ast(Mixins::Kept), &right.model.to_ast(Mixins::Kept))
}

/// Whether the one member of `Foo` is nullable where the file's first line says so, also when the model has
/// been written and read twice.
fn nullability(suite: &Suite, file: &str) -> Result<(), String> {
    let text = suite.text(file);
    let first = text.lines().next().unwrap_or_default().trim_start_matches("// ");
    let expected: serde_json::Value = serde_json::from_str(first).map_err(|it| it.to_string())?;
    let mut ast = sound(&[suite.path(file)])?.model.to_ast(Mixins::Kept);
    for trip in 0..3 {
        let members = at(&ast, "/shapes/smithy.example#Foo/members").and_then(Value::as_object);
        let member = members.and_then(|members| members.values().next());
        let member = member.ok_or("`Foo` has no member")?;
        for (mode, found) in
            [("v1-client-zero-value", nullable_in_v1(member)), ("v2", nullable_in_v2(member))]
        {
            if expected.get(mode).and_then(serde_json::Value::as_bool) != Some(found) {
                let member = member.to_json();
                return Err(format!("{mode} is {found} after {trip} round trips: {member}"));
            }
        }
        ast = reload(&ast)?.model.to_ast(Mixins::Kept);
    }
    Ok(())
}

/// What the tools of 1.0 go by: a member is there if its default is zero or false, and has always been.
fn nullable_in_v1(member: &Value) -> bool {
    let is_zero = match of(member, "default") {
        Some(Value::Bool(value)) => !value,
        Some(Value::Number(number)) => number.as_integer() == Some(0),
        _ => false,
    };
    of(member, "addedDefault").is_some() || of(member, "clientOptional").is_some() || !is_zero
}

/// What clients of 2.0 go by.
fn nullable_in_v2(member: &Value) -> bool {
    match of(member, "default") {
        _ if of(member, "clientOptional").is_some() => true,
        Some(default) => *default == Value::Null,
        None => of(member, "required").is_none(),
    }
}

/// The value of a trait of the prelude.
fn of<'m>(member: &'m Value, name: &str) -> Option<&'m Value> {
    at(member, &format!("/traits/smithy.api#{name}"))
}
