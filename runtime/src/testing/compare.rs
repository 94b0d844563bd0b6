//! Comparisons.

use std::collections::HashSet;
use std::fmt::{self, Debug, Write};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use crate::value::{ByteStream, Redacted};

/// That two values are equal.
///
/// # Panics
/// If they are not, or hold NaN, which does not equal itself.
#[track_caller]
pub fn assert_same<T: Debug + PartialEq>(actual: &T, expected: &T) {
    // Not `assert_eq`: values may be sensitive, and look the same where they are not.
    assert!(
        actual == expected,
        "the values differ\n  expected: {expected:?}\n     found: {actual:?}"
    );
}

/// That two values are equal, where NaN is expected in them, and equals itself.
///
/// # Panics
/// If they are not, or hold beside NaN what `Debug` does not show: nothing could tell whether that differs.
#[track_caller]
pub fn assert_same_or_nan<T: Debug + PartialEq>(actual: &T, expected: &T) {
    if actual == expected {
        return;
    }
    // `NaN != NaN`, but both look alike.
    let (found, wanted) = (format!("{actual:?}"), format!("{expected:?}"));
    let is_same = found == wanted && found.contains("NaN");
    assert!(is_same, "the values differ\n  expected: {wanted}\n     found: {found}");
    let redacted = format!("{Redacted:?}");
    let hides = found.contains("Blob(") || found.contains(&redacted);
    assert!(
        !hides,
        "whether the values differ cannot be told, as some of them is not shown: {found}"
    );
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
    let essence = essence(media_type);
    let is_json = essence == "application/json" || essence.ends_with("+json");
    if is_json && !(expected.is_empty() && actual.is_empty()) {
        return match (serde_json::from_str(expected), serde_json::from_slice(actual)) {
            (Ok(expected), Ok(found)) => {
                let mut text = String::new();
                differences("", &expected, &found, &mut text);
                if let Err(error) = serde_json::from_slice::<Unambiguous>(actual) {
                    line(&mut text, "", &error.to_string());
                }
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
        (Value::Number(one), Value::Number(other)) if is_equal(one, other) => {}
        _ if expected == found => {}
        _ => line(out, path, &format!("expected {expected}, found {found}")),
    }
}

/// Whole numbers as such: beyond 2^53, several of them share a float.
fn is_equal(one: &Number, other: &Number) -> bool {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => one == other,
        _ => one.as_f64() == other.as_f64(),
    }
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// JSON in which no name occurs twice in one object. [`Value`] keeps the last of them, and does not tell.
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unambiguous {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
        let mut names = HashSet::new();
        while let Some((name, Self)) = members.next_entry::<String, Self>()? {
            if let Some(name) = names.replace(name) {
                return Err(A::Error::custom(format!("the name {name:?} occurs twice")));
            }
        }
        Ok(self)
    }
}

fn line(out: &mut String, path: &str, text: &str) {
    let path = if path.is_empty() { "(the whole body)" } else { path };
    // Writing to a string cannot fail.
    let _ = write!(out, "\n  {path}: {text}");
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::{assert_same, assert_same_or_nan, difference};
    use crate::value::{Blob, Redacted};

    /// A value that `Debug` does not show.
    #[derive(PartialEq)]
    struct Secret(&'static str);

    impl std::fmt::Debug for Secret {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            std::fmt::Debug::fmt(&Redacted, f)
        }
    }

    #[test]
    fn what_debug_does_not_show_is_compared() {
        let panics = |compare: fn()| catch_unwind(compare).is_err();
        assert!(!panics(|| assert_same(&Blob::from("abc"), &Blob::from("abc"))));
        assert!(panics(|| assert_same(&Blob::from("abc"), &Blob::from("abd"))));
        assert!(panics(|| assert_same(&Secret("one"), &Secret("two"))));
        assert!(panics(|| assert_same(&f64::NAN, &f64::NAN)));

        assert!(!panics(|| assert_same_or_nan(&[1.0, f64::NAN], &[1.0, f64::NAN])));
        assert!(panics(|| assert_same_or_nan(&[1.0, f64::NAN], &[2.0, f64::NAN])));
        assert!(panics(|| assert_same_or_nan(&f64::NAN, &0.0)));
        assert!(!panics(|| assert_same_or_nan(&Blob::from("abc"), &Blob::from("abc"))));
        assert!(panics(|| assert_same_or_nan(&Blob::from("abc"), &Blob::from("abd"))));
        assert!(panics(|| {
            let (one, other) = (Blob::from("abc"), Blob::from("abd"));
            assert_same_or_nan(&(f64::NAN, one), &(f64::NAN, other));
        }));
        assert!(panics(|| {
            assert_same_or_nan(&(f64::NAN, Secret("one")), &(f64::NAN, Secret("two")));
        }));
    }

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
            (
                "application/json",
                "9007199254740992",
                "9007199254740993",
                Some("expected 9007199254740992, found 9007199254740993"),
            ),
            ("application/json", "[{\"a\":1}]", "[{\"a\":2,\"a\":1}]", Some("\"a\" occurs twice")),
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
