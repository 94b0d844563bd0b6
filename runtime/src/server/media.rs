//! What a request's `Content-Type` and `Accept` headers allow.

use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_TYPE};

use crate::http::accept_allows;

/// Whether the body is said to be of one media type, and that is `expected`.
pub(crate) fn is_declared(headers: &HeaderMap, expected: impl Fn(&str) -> bool) -> bool {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().is_ok_and(expected),
        _ => false,
    }
}

/// Whether the caller takes an answer of this media type. No `Accept` takes anything.
pub(crate) fn is_acceptable(headers: &HeaderMap, produced: &str) -> bool {
    let mut values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    match (values.next(), values.next()) {
        (None, _) => true,
        (Some(only), None) => accept_allows(only, produced),
        (Some(first), Some(second)) => {
            let all: Vec<&str> = [first, second].into_iter().chain(values).collect();
            accept_allows(&all.join(","), produced)
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;
    use crate::http::same_media_type;

    fn headers(name: http::HeaderName, values: &[&'static str]) -> HeaderMap {
        values.iter().map(|value| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn content_types() {
        let cases: &[(&[&str], bool)] = &[
            (&["application/json"], true),
            (&["Application/JSON; charset=utf-8"], true),
            (&[" application/json "], true),
            (&["application/hal+json"], false),
            (&["application/jsonx"], false),
            (&[""], false),
            (&[], false),
            (&["application/json", "text/plain"], false),
        ];
        let is_json = |declared: &str| same_media_type(declared, "application/json");
        for (values, expected) in cases {
            assert_eq!(
                is_declared(&headers(CONTENT_TYPE, values), is_json),
                *expected,
                "{values:?}"
            );
        }
    }

    #[test]
    fn accepts() {
        let cases: &[(&[&str], bool)] = &[
            (&[], true),
            (&[""], true),
            (&["*/*"], true),
            (&["application/*"], true),
            (&["APPLICATION/json"], true),
            (&["text/html, application/json;q=0.1"], true),
            (&["text/html", "application/json"], true),
            (&["text/html"], false),
            (&["text/*"], false),
            (&["application/hal+json"], false),
            (&["application/json;q=0, */*"], false),
            (&["application/json; q=0.000"], false),
            (&["*/*;q=0, application/json"], true),
            (&["nonsense"], false),
        ];
        for (values, expected) in cases {
            assert_eq!(
                is_acceptable(&headers(ACCEPT, values), "application/json"),
                *expected,
                "{values:?}"
            );
        }
    }
}
