//! JSON and YAML documents as a tree, and places in that tree.

mod json;
mod keys;
mod large_numbers;
mod place;
mod position;
mod yaml;

pub(crate) use json::parse_json;
pub(crate) use keys::top_level_keys;
pub(crate) use place::Place;
pub(crate) use position::{Location, locate};
pub(crate) use yaml::parse_yaml;

use crate::{
    api::{Number, Value},
    source::Source,
};
use indexmap::IndexMap;
use std::ffi::OsStr;

/// How deep values may be nested: far more than any model needs, and few enough for recursion.
pub(crate) const MAX_DEPTH: usize = 120;

/// What is said of a number that [`Number::parse`] does not keep.
pub(crate) const NUMBER_TOO_LARGE: &str =
    "this number has more than 38 digits, or an exponent beyond what can be read";

/// Whether a file is read as JSON: by its extension, else by how it begins.
pub(crate) fn is_json(source: &Source) -> bool {
    match source.path.extension().and_then(OsStr::to_str) {
        Some("json") => true,
        Some("yaml" | "yml") => false,
        _ => source.text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']),
    }
}

/// A value of a JSON or YAML document; members keep their order and no key occurs twice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// An object.
    Object(IndexMap<String, Node>),
}

impl Node {
    /// The string, if it is one.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub(crate) fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The items, if it is an array.
    pub(crate) fn as_array(&self) -> Option<&[Node]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if it is an object.
    pub(crate) fn as_object(&self) -> Option<&IndexMap<String, Node>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of this name, if it is an object and has one.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.as_object()?.get(name)
    }

    /// What it is, for messages: `a string`.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }

    /// The same as the [`Value`] that an [`Api`](crate::Api) holds.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => Value::Number(*number),
            Self::String(text) => Value::String(text.clone()),
            Self::Array(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Self::Object(members) => Value::Object(
                members.iter().map(|(name, member)| (name.clone(), member.to_value())).collect(),
            ),
        }
    }
}

#[cfg(test)]
#[expect(clippy::result_large_err, reason = "there is one error a file")]
mod tests {
    use super::{Node, Place, locate, parse_json, parse_yaml};
    use crate::{Diagnostic, Origin, Sources, api::Number, source::SourceId};

    fn source() -> SourceId {
        Sources::new().add("model", "")
    }

    fn json(text: &str) -> Result<Node, Diagnostic> {
        parse_json(text, source())
    }

    fn yaml(text: &str) -> Result<Node, Diagnostic> {
        parse_yaml(text, source())
    }

    fn integer(value: i128) -> Node {
        Node::Number(Number::Integer(value))
    }

    fn float(value: f64) -> Node {
        Node::Number(Number::Float(value))
    }

    /// The code, the message, and the text at the place.
    #[track_caller]
    fn check_error(text: &str, result: Result<Node, Diagnostic>, expected: (&str, &str, &str)) {
        let diagnostic = result.expect_err("an error");
        let range = match diagnostic.origin {
            Origin::Span { start, end, .. } => start as usize..end as usize,
            ref other => panic!("{other:?}"),
        };
        let shown = text.get(range).expect("a range of the text");
        let found = (diagnostic.code, diagnostic.message.as_str(), shown);
        assert_eq!(found, expected);
    }

    #[test]
    fn scalars() {
        for (text, expected) in [
            ("null", Node::Null),
            ("true", Node::Bool(true)),
            ("-9223372036854775809", integer(-9_223_372_036_854_775_809)),
            ("18446744073709551615", integer(u64::MAX.into())),
            ("18446744073709551616", integer(18_446_744_073_709_551_616)),
            ("8.41e21", float(8.41e21)),
            ("1e3", float(1000.0)),
            ("2e308", Node::Number(Number::Large { digits: 2, exponent: 308 })),
            (r#""\ud834\udd1e\/""#, Node::String("𝄞/".into())),
            ("\u{feff}1", integer(1)),
        ] {
            assert_eq!(json(text), Ok(expected), "{text}");
        }
        for (text, expected) in [
            ("", Node::Null),
            ("~", Node::Null),
            ("True", Node::Bool(true)),
            ("yes", Node::String("yes".into())),
            ("-9223372036854776000", integer(-9_223_372_036_854_776_000)),
            ("0x1F", integer(31)),
            ("0o17", integer(15)),
            ("007", Node::String("007".into())),
            (".5", float(0.5)),
            ("1.0", float(1.0)),
            ("-1e3", float(-1000.0)),
            (".inf", Node::String(".inf".into())),
            ("1e999", Node::Number(Number::Large { digits: 1, exponent: 999 })),
            ("2020-01-01", Node::String("2020-01-01".into())),
            ("1.2.3", Node::String("1.2.3".into())),
            ("'1'", Node::String("1".into())),
            ("!!str 1", Node::String("1".into())),
            ("! 1", Node::String("1".into())),
            ("!!int 1", integer(1)),
            ("|\n  a\n  b\n", Node::String("a\nb\n".into())),
        ] {
            assert_eq!(yaml(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn yaml_says_what_json_says() {
        let block = "a: &a [1, {b: x}]\nd: *a\n200: null\nk: &k z\n*k : 1\n";
        let flow = r#"{"a": [1, {"b": "x"}], "d": [1, {"b": "x"}], "200": null, "k": "z", "z": 1}"#;
        assert_eq!(yaml(block), json(flow));
        assert_eq!(yaml(flow), json(flow));
    }

    #[test]
    fn errors_have_places() {
        for (text, expected) in [
            ("[1e999, 01e999]", ("syntax", "this is not JSON: invalid number", "1")),
            (
                "{\"a\": 12345678901234567890123456789012345678901}",
                ("number-too-large", super::NUMBER_TOO_LARGE, "1"),
            ),
            (r#"{"a": 1,}"#, ("syntax", "this is not JSON: trailing comma", "}")),
            ("{\n\"é\": tru", ("syntax", "this is not JSON: EOF while parsing a value", "u")),
            ("1 2", ("syntax", "this is not JSON: trailing characters", "2")),
            ("", ("syntax", "this is not JSON: EOF while parsing a value", "")),
            (
                r#"{"x": [{"é": 1, "é": 2}]}"#,
                ("duplicate-key", "the key `é` occurs twice in one object", "\"é\""),
            ),
        ] {
            check_error(text, json(text), expected);
        }
        for (text, expected) in [
            ("a: 1\na: 2", ("duplicate-key", "the key `a` occurs twice in one mapping", "a")),
            ("---\n1\n---\n2\n", ("syntax", "the file holds more than one YAML document", "---")),
            ("? [1]\n: 2", ("yaml-key", "the key of a mapping must be a scalar", "[")),
            ("&a [*a]", ("yaml-alias", "an alias stands inside of what it stands for", "*a")),
            ("[*a]", ("syntax", "this is not YAML: while parsing node, found unknown anchor", "")),
        ] {
            check_error(text, yaml(text), expected);
        }
    }

    #[test]
    fn duplicate_keys_name_the_first() {
        let text = r#"{"x": [0, {"a/b": 1, "a/b": 2}]}"#;
        for result in [json(text), yaml(text)] {
            let related = result.expect_err("an error").related;
            let [(Origin::Pointer { pointer, key: true, .. }, _)] = related.as_slice() else {
                panic!("{related:?}")
            };
            assert_eq!(&**pointer, "/x/1/a~1b");
            let found = locate(text, true, [&**pointer].into_iter());
            assert_eq!(found[&**pointer].key, Some(11..16));
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = |count| "[".repeat(count) + &"]".repeat(count);
        assert!(json(&deep(120)).is_ok());
        assert!(yaml(&deep(120)).is_ok());
        let block = |count| (0..count).map(|depth| " ".repeat(depth) + "a:\n").collect::<String>();
        assert!(yaml(&block(120)).is_ok());
        for count in [121, 10_000, 1_000_000] {
            let text = deep(count);
            let message = "values are nested more than 120 deep";
            assert_eq!(json(&text).expect_err("an error").message, message);
            assert_eq!(yaml(&text).expect_err("an error").message, message);
        }
        for count in [121, 5_000] {
            let error = yaml(&block(count)).expect_err("an error");
            assert_eq!(error.code, "nesting", "{error:?}");
        }
    }

    #[test]
    fn aliases_are_bounded() {
        // Doubling 30 times.
        let mut text = String::from("a0: &a0 lol\n");
        for level in 1..=30 {
            let before = level - 1;
            text += &format!("a{level}: &a{level} [*a{before}, *a{before}]\n");
        }
        assert_eq!(yaml(&text).expect_err("an error").code, "yaml-alias");
        // One large value, many times.
        let large = "x".repeat(100_000);
        let text = format!("- &a {large}\n{}", "- *a\n".repeat(10_000));
        assert_eq!(yaml(&text).expect_err("an error").code, "yaml-alias");
        // Each level one deeper.
        let mut text = String::from("- &a0 []\n");
        for level in 1..=200 {
            text += &format!("- &a{level} [*a{}]\n", level - 1);
        }
        assert_eq!(yaml(&text).expect_err("an error").code, "nesting");
    }

    #[test]
    fn places_know_their_pointers() {
        let node = json(r#"{"a/b": [{"c~d": 1}]}"#).expect("JSON");
        let root = Place::root(&node, source());
        let item = root.get("a/b").and_then(|list| list.items().next()).expect("an item");
        let (name, member) = item.members().next().expect("a member");
        assert_eq!((name, member.pointer().as_str()), ("c~d", "/a~1b/0/c~0d"));
        assert_eq!(root.pointer(), "");
        assert_eq!(item.key_origin(), Origin::pointer(source(), "/a~1b/0"));
    }
}
