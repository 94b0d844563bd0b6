//! Comparisons.

use std::fmt::{Debug, Write};

use serde_json::Value;

use crate::value::ByteStream;

/// That two values are equal; NaN equals itself.
#[track_caller]
pub fn assert_same<T: Debug + PartialEq>(actual: &T, expected: &T) {
    // `NaN != NaN`, but both look alike.
    if actual != expected && format!("{actual:?}") != format!("{expected:?}") {
        panic!("the values differ\n  expected: {expected:?}\n     found: {actual:?}");
    }
}

/// That a stream has these bytes, and no others.
pub async fn assert_stream(stream: ByteStream, expected: &[u8]) {
    match stream.collect().await {
        Ok(bytes) if bytes == expected => {}
        Ok(bytes) => panic!(
            "the streams differ\n  expected: {:?}\n     found: {:?}",
            String::from_utf8_lossy(expected),
            String::from_utf8_lossy(&bytes)
        ),
        Err(error) => panic!("the stream broke off: {error}"),
    }
}

/// What differs between two bodies of a media type, if anything does.
pub(super) fn difference(media_type: &str, expected: &str, actual: &[u8]) -> Option<String> {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let is_json = essence == "application/json" || essence.ends_with("+json");
    if is_json && !(expected.is_empty() && actual.is_empty()) {
        return match (serde_json::from_str(expected), serde_json::from_slice(actual)) {
            (Ok(expected), Ok(found)) => {
                let mut text = String::new();
                differences("", &expected, &found, &mut text);
                (!text.is_empty()).then_some(text)
            }
            (Err(error), _) => Some(format!("\n  the expected body is not JSON: {error}")),
            (_, Err(error)) => {
                let shown = String::from_utf8_lossy(actual);
                Some(format!("\n  the body is not JSON: {error}\n     found: {shown:?}"))
            }
        };
    }
    (expected.as_bytes() != actual).then(|| {
        let shown = String::from_utf8_lossy(actual);
        format!("\n  expected: {expected:?}\n     found: {shown:?}")
    })
}

/// A line for each place where two JSON values differ.
fn differences(path: &str, expected: &Value, found: &Value, out: &mut String) {
    match (expected, found) {
        (Value::Object(one), Value::Object(other)) => {
            for (name, value) in one {
                let path = format!("{path}/{name}");
                match other.get(name) {
                    Some(found) => differences(&path, value, found, out),
                    None => line(out, &path, &format!("expected {value}, found nothing")),
                }
            }
            for (name, value) in other.iter().filter(|(name, _)| !one.contains_key(*name)) {
                line(out, &format!("{path}/{name}"), &format!("expected nothing, found {value}"));
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (value, found)) in one.iter().zip(other).enumerate() {
                differences(&format!("{path}/{index}"), value, found, out);
            }
        }
        // By value: `1`, `1.0` and `1e0` are one number.
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => {}
        _ if expected == found => {}
        _ => line(out, path, &format!("expected {expected}, found {found}")),
    }
}

fn line(out: &mut String, path: &str, text: &str) {
    let path = if path.is_empty() { "(the whole body)" } else { path };
    // Writing to a string cannot fail.
    let _ = write!(out, "\n  {path}: {text}");
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn bodies_compare_by_media_type() {
        let cases = [
            ("application/json", "{\"a\": 1, \"b\": [1.0]}", "{\"b\":[1],\"a\":1.0}", None),
            ("application/json; charset=utf-8", "{}", "{ }", None),
            ("application/json", "", "", None),
            ("application/json", "{}", "", Some("not JSON")),
            ("application/json", "{\"a\":1}", "{\"a\":2}", Some("/a: expected 1, found 2")),
            ("application/json", "{\"a\":1}", "{}", Some("/a: expected 1, found nothing")),
            ("application/json", "{}", "{\"a\":[1]}", Some("/a: expected nothing, found [1]")),
            ("application/json", "[1,2]", "[1]", Some("(the whole body): expected [1,2]")),
            ("text/plain", "{}", "{ }", Some("expected: \"{}\"")),
            ("text/plain", "a", "a", None),
        ];
        for (media_type, expected, actual, part) in cases {
            let found = difference(media_type, expected, actual.as_bytes());
            match part {
                None => assert_eq!(found, None, "{media_type} {expected} {actual}"),
                Some(part) => assert!(
                    found.as_ref().is_some_and(|found| found.contains(part)),
                    "{media_type} {expected} {actual}: {found:?}"
                ),
            }
        }
    }
}
