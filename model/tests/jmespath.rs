//! JMESPath's compliance suite, where it is there: what is refused, and what the trees of the rest mean.
//!
//! The meaning is shown by evaluating them; Farrier itself never does, as it writes Rust from them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod location;

use farrier_model::{
    api,
    jmespath::{Comparison, Expression, ExpressionKind, ProjectionSource, parse},
};
use serde_json::{Map, Value, json};
use std::fs;

#[test]
fn compliance() {
    let Some(root) = location::of_corpus("smithy/jmespath") else { return };
    let mut files: Vec<_> =
        fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(files.len() > 10, "{} holds only {} files", root.display(), files.len());
    let (mut count, mut failures) = (0, Vec::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let suites: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for suite in suites.as_array().unwrap() {
            for case in suite["cases"].as_array().unwrap() {
                count += 1;
                let text = case["expression"].as_str().unwrap();
                let parsed = parse(text);
                let refused = case.get("error").is_some();
                let problem = match (&parsed, refused) {
                    (Ok(_), true) => "is read, and must be refused".to_owned(),
                    (Err(error), false) => format!("is refused: {error} at {}", error.offset),
                    (Err(_), true) => continue,
                    (Ok(expression), false) => {
                        let found = evaluate(expression, &suite["given"]);
                        if same(&found, &case["result"]) {
                            continue;
                        }
                        format!("gives {found}, not {}", case["result"])
                    }
                };
                failures.push(format!("{name}: `{text}` {problem}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
    assert!(count > 300, "only {count} cases");
}

#[test]
fn errors_have_places() {
    let check = |text: &str, offset: usize, message: &str| {
        let error = parse(text).unwrap_err();
        assert_eq!((error.offset, error.message.as_str()), (offset, message), "{text:.40}");
    };
    check("", 0, "the end stands where an expression is expected");
    check("||", 0, "`||` stands where an expression is expected");
    check("foo.@@invalid", 4, "`@` stands where a name, `*`, `[` or `{` is expected");
    check("foo.", 4, "the end stands where a name, `*`, `[` or `{` is expected");
    check("foo[", 4, "the end stands where `:` is expected");
    check("foo bar", 4, "`bar` stands where an operator or the end is expected");
    check("ä", 0, "`ä` means nothing here");
    check("'text", 0, "there is no other ' to close this one");
    check("`{`", 0, "the literal is no JSON");
    check("a[::0]", 4, "the step of a slice must not be 0");
    check("99999999999999999999", 0, "the number is too large");
    let deep = "(".repeat(100_000);
    check(&deep, 100, "the expression nests deeper than 100");
    let long = format!("a{}", ".a".repeat(100_000));
    check(&long, 198, "the expression nests deeper than 100");
    check(&"!".repeat(100_000), 100, "the expression nests deeper than 100");
    let projected = format!("a{}", "[*]".repeat(100_000));
    assert!(parse(&projected).is_err());
}

fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(one, other)| same(one, other))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, one)| right.get(name).is_some_and(|other| same(one, other)))
        }
        _ => left == right,
    }
}

fn evaluate(expression: &Expression, current: &Value) -> Value {
    let boolean = |value: bool| Value::Bool(value);
    match &expression.kind {
        ExpressionKind::Current => current.clone(),
        ExpressionKind::Field(name) => current.get(name).cloned().unwrap_or_default(),
        ExpressionKind::Literal(value) => of(value),
        ExpressionKind::Index(of, index) => {
            let of = evaluate(of, current);
            let items = of.as_array().map(Vec::as_slice).unwrap_or_default();
            let length = i64::try_from(items.len()).unwrap();
            let place = if *index < 0 { index + length } else { *index };
            let place = usize::try_from(place).ok();
            place.and_then(|place| items.get(place)).cloned().unwrap_or_default()
        }
        ExpressionKind::Then(left, right) => evaluate(right, &evaluate(left, current)),
        ExpressionKind::Projection { of, source, each } => {
            let Some(items) = items(&evaluate(of, current), source) else { return Value::Null };
            let projected = items.iter().map(|item| evaluate(each, item));
            Value::Array(projected.filter(|item| !item.is_null()).collect())
        }
        // Of null, lists and objects are null.
        ExpressionKind::List(_) | ExpressionKind::Object(_) if current.is_null() => Value::Null,
        ExpressionKind::List(items) => {
            Value::Array(items.iter().map(|item| evaluate(item, current)).collect())
        }
        ExpressionKind::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| (name.clone(), evaluate(value, current)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        ExpressionKind::Compare(comparison, left, right) => {
            let (left, right) = (evaluate(left, current), evaluate(right, current));
            let numbers = left.as_f64().zip(right.as_f64());
            match (comparison, numbers) {
                (Comparison::Equal, _) => boolean(same(&left, &right)),
                (Comparison::NotEqual, _) => boolean(!same(&left, &right)),
                (_, None) => Value::Null,
                (Comparison::Less, Some((left, right))) => boolean(left < right),
                (Comparison::LessOrEqual, Some((left, right))) => boolean(left <= right),
                (Comparison::Greater, Some((left, right))) => boolean(left > right),
                (Comparison::GreaterOrEqual, Some((left, right))) => boolean(left >= right),
            }
        }
        ExpressionKind::And(left, right) => {
            let left = evaluate(left, current);
            if is_true(&left) { evaluate(right, current) } else { left }
        }
        ExpressionKind::Or(left, right) => {
            let left = evaluate(left, current);
            if is_true(&left) { left } else { evaluate(right, current) }
        }
        ExpressionKind::Not(inner) => boolean(!is_true(&evaluate(inner, current))),
        // The suite's functions are not there; a test that calls one must fail.
        ExpressionKind::Call(name, _) => json!(format!("the function {name}")),
        ExpressionKind::Reference(_) => json!("a reference"),
    }
}

/// What a projection goes through; `None` makes it null.
fn items(of: &Value, source: &ProjectionSource) -> Option<Vec<Value>> {
    match source {
        ProjectionSource::Values => Some(of.as_object()?.values().cloned().collect()),
        ProjectionSource::Items => of.as_array().cloned(),
        ProjectionSource::Flattened => {
            let items = of.as_array()?.iter().flat_map(|item| match item {
                Value::Array(items) => items.clone(),
                other => vec![other.clone()],
            });
            Some(items.collect())
        }
        ProjectionSource::Filtered(condition) => {
            let items = of.as_array()?.iter();
            Some(items.filter(|item| is_true(&evaluate(condition, item))).cloned().collect())
        }
        ProjectionSource::Slice { start, stop, step } => {
            let items = of.as_array()?;
            let length = i64::try_from(items.len()).unwrap();
            let (low, high) = if *step > 0 { (0, length) } else { (-1, length - 1) };
            let place = |given: &Option<i64>, otherwise: i64| match given {
                None => otherwise,
                Some(given) if *given < 0 => (given + length).clamp(low, high),
                Some(given) => (*given).clamp(low, high),
            };
            let (first, last) = if *step > 0 { (low, high) } else { (high, low) };
            let (mut at, end) = (place(start, first), place(stop, last));
            let mut found = Vec::new();
            while if *step > 0 { at < end } else { at > end } {
                found.push(items[usize::try_from(at).unwrap()].clone());
                at += step;
            }
            Some(found)
        }
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    }
}

fn of(value: &api::Value) -> Value {
    match value {
        api::Value::Null => Value::Null,
        api::Value::Bool(value) => Value::Bool(*value),
        api::Value::Number(number) => match number.as_integer() {
            Some(integer) => json!(i64::try_from(integer).unwrap()),
            None => json!(number.as_f64()),
        },
        api::Value::String(text) => Value::String(text.clone()),
        api::Value::Array(items) => Value::Array(items.iter().map(of).collect()),
        api::Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), of(value))).collect())
        }
    }
}
