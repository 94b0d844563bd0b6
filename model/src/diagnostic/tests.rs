//! What is printed, to the letter.

use super::{Diagnostic, Severity, render, summary, to_json_lines};
use crate::source::{Origin, Sources};

fn sources_and_diagnostics() -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let cities = "{\n  \"é\": [1, 2],\n  \"b\": {\n    \"c\": \"\u{202e}evil\\u0007\"\n  }\n}\n";
    let json = sources.add("model/a.json", cities);
    let numbers = "0,".repeat(300_000);
    let minified = sources.add("min.json", format!("{{\"b\":{{\"c\":[{numbers}1]}}}}"));
    let yaml = sources.add("a.yaml", "a:\n\tb: c # é\n");
    let diagnostics = vec![
        Diagnostic::warning("nowhere", Origin::BuiltIn, "last"),
        Diagnostic::invalid("span", Origin::span(yaml, 0, 9), "several lines"),
        Diagnostic::invalid("span", Origin::span(yaml, 900, 910), "behind the end"),
        Diagnostic::invalid("uri", Origin::pointer(json, "/é/1"), "`GetCity` and `FindCity` meet")
            .with_label("here")
            .with_related(Origin::key(json, "/b/c"), "and here")
            .with_related(Origin::BuiltIn, "and nowhere")
            .with_help("rename one"),
        Diagnostic::unsupported("union", Origin::pointer(json, "/b"), "unions\u{1b}[31m are\nnew"),
        Diagnostic::warning("odd", Origin::pointer(json, "/b/c"), "odd")
            .with_severity(Severity::Danger),
        Diagnostic::warning("odd", Origin::pointer(minified, "/b/c/1000"), "far right"),
        Diagnostic::warning("nowhere", Origin::BuiltIn, "last"),
    ];
    (sources, diagnostics)
}

#[test]
fn text() {
    let (sources, diagnostics) = sources_and_diagnostics();
    let expected = r#"error[uri]: `GetCity` and `FindCity` meet
 --> model/a.json:2:12
  |
2 |   "é": [1, 2],
  |            ^ here
  |
 ::: model/a.json:4:5
  |
4 |     "c": "\u{202e}evil\u0007"
  |     --- and here
  |
  = note: and nowhere
  = help: rename one

error[union]: unions\u{1b}[31m are\nnew
 --> model/a.json:3:3
  |
3 |   "b": {
  |   ^^^
  |
  = note: the model may say this; Farrier cannot do it yet

danger[odd]: odd
 --> model/a.json:4:10
  |
4 |     "c": "\u{202e}evil\u0007"
  |          ^^^^^^^^^^^^^^^^^^^^

warning[odd]: far right
 --> min.json:1:2012
  |
1 | …0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,…
  |                                          ^

error[span]: several lines
 --> a.yaml:1:1
  |
1 | a:
  | ^^

error[span]: behind the end
 --> a.yaml:3:1
  |
3 |
  | ^

warning[nowhere]: last

"#;
    assert_eq!(render(&sources, &diagnostics, false), expected);
    assert_eq!(summary(&diagnostics).as_deref(), Some("4 errors, 1 danger, 2 warnings"));
    assert_eq!(summary(&[]), None);
}

#[test]
fn colours_change_nothing_else() {
    let (sources, diagnostics) = sources_and_diagnostics();
    let coloured = render(&sources, &diagnostics, true);
    assert!(coloured.contains("\u{1b}[1m"), "{coloured:?}");
    let mut parts = coloured.split('\u{1b}');
    let mut plain = parts.next().unwrap_or("").to_owned();
    plain.extend(parts.filter_map(|part| part.split_once('m')).map(|(_, text)| text));
    let trim = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_eq!(trim(&plain), trim(&render(&sources, &diagnostics, false)));
}

#[test]
fn json_lines() {
    let (sources, diagnostics) = sources_and_diagnostics();
    let lines = to_json_lines(&sources, &diagnostics);
    let expected = [
        r#"{"code":"uri","severity":"error","kind":"invalid","message":"`GetCity` and `FindCity` meet","file":"model/a.json","line":2,"column":12,"end_line":2,"end_column":13,"label":"here","related":[{"message":"and here","file":"model/a.json","line":4,"column":5,"end_line":4,"end_column":8},{"message":"and nowhere","file":null,"line":null,"column":null,"end_line":null,"end_column":null}],"help":"rename one"}"#,
        r#"{"code":"union","severity":"error","kind":"unsupported","message":"unions\u001b[31m are\nnew","file":"model/a.json","line":3,"column":3,"end_line":3,"end_column":6,"label":null,"related":[],"help":null}"#,
        r#"{"code":"odd","severity":"danger","kind":"invalid","message":"odd","file":"model/a.json","line":4,"column":10,"end_line":4,"end_column":23,"label":null,"related":[],"help":null}"#,
        r#"{"code":"odd","severity":"warning","kind":"invalid","message":"far right","file":"min.json","line":1,"column":2012,"end_line":1,"end_column":2013,"label":null,"related":[],"help":null}"#,
        r#"{"code":"span","severity":"error","kind":"invalid","message":"several lines","file":"a.yaml","line":1,"column":1,"end_line":2,"end_column":7,"label":null,"related":[],"help":null}"#,
        r#"{"code":"span","severity":"error","kind":"invalid","message":"behind the end","file":"a.yaml","line":3,"column":1,"end_line":3,"end_column":1,"label":null,"related":[],"help":null}"#,
        r#"{"code":"nowhere","severity":"warning","kind":"invalid","message":"last","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"label":null,"related":[],"help":null}"#,
    ];
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    let bidi = [Diagnostic::warning("a", Origin::BuiltIn, "\u{202e}\u{e0001}\u{7f}")];
    let line = to_json_lines(&sources, &bidi);
    assert!(line.contains(r#""message":"\u202e\udb40\udc01\u007f""#), "{line}");
}
