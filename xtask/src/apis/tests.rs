//! What `apis.toml` may say, and what is said about the rest.

use super::*;
use farrier_model::diagnostic::render;

fn read_text(text: &str) -> (Vec<Api>, String) {
    let mut sources = Sources::new();
    let source = sources.add("apis.toml", text);
    let mut diagnostics = Vec::new();
    let apis = read(&sources, source, &mut diagnostics);
    (apis, render(&sources, &diagnostics, false))
}

/// Checks that each `(line:column, text)` is reported there, and nothing else.
fn check(text: &str, expected: &[(&str, &str)]) {
    let (_, report) = read_text(text);
    let reports: Vec<&str> = report.split_terminator("\n\n").collect();
    assert_eq!(reports.len(), expected.len(), "{report}");
    for (report, (place, text)) in reports.iter().zip(expected) {
        assert!(report.contains(&format!("--> apis.toml:{place}\n")), "{place} in {report}");
        assert!(report.contains(text), "{text} in {report}");
    }
}

#[test]
fn an_api_with_everything() {
    let (apis, report) = read_text(
        r#"
[[api]]
name = "lambda"
model = ["lambda", "more.smithy"]
service = "a#B"
client = "lambda-client"
server = "lambda-server"
operations = ["GetFunction"]
version = "0.2.0"
description = "What it is"
keywords = ["aws"]
categories = ["web-programming"]
license = "MIT"
repository = "https://example.com"
rust-version = "1.90"

[[api]]
name = "other"
model = ["other.json"]
client = "other"
"#,
    );
    assert_eq!(report, "");
    let [lambda, other] = apis.as_slice() else { panic!("two APIs, not {}", apis.len()) };
    assert_eq!(lambda.name.value, "lambda");
    let model: Vec<_> = lambda.model.iter().map(|path| path.value.clone()).collect();
    assert_eq!(model, ["lambda", "more.smithy"].map(PathBuf::from));
    assert_eq!(lambda.service.as_deref(), Some("a#B"));
    assert_eq!(lambda.manifest.version.as_deref(), Some("0.2.0"));
    assert_eq!(lambda.manifest.keywords, ["aws"]);
    assert_eq!(lambda.manifest.rust_version.as_deref(), Some("1.90"));
    assert_eq!(other.server.as_ref().map(|server| &server.value), None);
    assert!(other.operations.is_none());
}

#[test]
fn every_error_has_its_place() {
    check("[[api]\n", &[("1:7", "apis-toml-syntax")]);
    check(
        "[[apis]]\nname = \"a\"\n",
        &[("1:1", "no [[api]] is given"), ("1:3", "did you mean `api`?")],
    );
    check("api = 3\n", &[("1:1", "must be written as [[api]] tables")]);
    check(
        "[[api]]\nname = \"a\"\nmodel = [\"m\"]\nclinet = \"a\"\nserver = \"s\"\n",
        &[("4:1", "did you mean `client`?")],
    );
    check("[[api]]\n", &[("1:1", "`model` is missing"), ("1:1", "`name` is missing")]);
    check("[[api]]\nname = \"a\"\nmodel = [\"m\"]\n", &[("1:1", "there is nothing to write")]);
    check(
        "[[api]]\nname = \"a\"\nmodel = \"m\"\nclient = \"c\"\n",
        &[("3:9", "must be a list of strings; this is string")],
    );
    check(
        "[[api]]\nname = \"a b\"\nmodel = [\"m\", 1]\nclient = \"../c\"\noperations = []\n",
        &[
            ("2:8", "no name for an API"),
            ("3:15", "this is integer"),
            ("4:10", "no name for a crate"),
            ("5:1", "no operation would be left"),
        ],
    );
    check(
        "[[api]]\nname = \"a\"\nmodel = [\"m\"]\nclient = \"c\"\nversion = \"1\"\nrust-version = \"1.20\"\nkeywords = [\"no spaces\"]\n",
        &[("5:11", "three numbers"), ("6:16", "1.88 or later"), ("7:13", "20 letters")],
    );
}

#[test]
fn names_are_given_once() {
    check(
        "[[api]]\nname = \"a\"\nmodel = [\"m\"]\nclient = \"x-y\"\n\n[[api]]\nname = \"a\"\nmodel = [\"m\"]\nserver = \"x_y\"\n",
        &[("7:8", "a second API is called `a`"), ("9:10", "a second crate is called `x_y`")],
    );
}

#[test]
fn suggestions() {
    assert_eq!(suggest("lamda", &["lambda", "s3"]), "did you mean `lambda`?");
    assert_eq!(suggest("zzzz", &["lambda", "s3"]), "there are `lambda`, `s3`");
    assert_eq!(suggest("a", &[]), "there are none");
    let many: Vec<String> = (0..20).map(|index| format!("operation-{index}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(suggest("x", &many).ends_with("`operation-11`, 8 more"));
}
