//! A message that was recorded, and what it is held against.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::compare::difference;
#[cfg(feature = "server")]
use super::compare::essence;

/// A message that was recorded instead of sent. Every method panics if the message is not as it says.
#[derive(Clone, Debug)]
pub struct Recorded<H> {
    pub(super) head: H,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// Where a request goes.
#[derive(Clone, Debug)]
pub struct RequestHead {
    pub(super) method: String,
    pub(super) host: String,
    pub(super) path: String,
    pub(super) query: Vec<String>,
}

impl Recorded<RequestHead> {
    /// It has this method.
    #[track_caller]
    pub fn method(&self, method: &str) -> &Self {
        assert_eq!(self.head.method, method, "the method");
        self
    }

    /// It goes to this host.
    #[track_caller]
    pub fn host(&self, host: &str) -> &Self {
        assert_eq!(self.head.host, host, "the host");
        self
    }

    /// It has this path, as it travels.
    #[track_caller]
    pub fn path(&self, path: &str) -> &Self {
        assert_eq!(self.head.path, path, "the path");
        self
    }

    /// Its query has these parameters, as they travel, those of one name in this order.
    #[track_caller]
    pub fn query(&self, expected: &[&str]) -> &Self {
        let name = |parameter: &str| parameter.split('=').next().unwrap_or_default().to_owned();
        for parameter in expected {
            let same = |other: &&str| name(other) == name(parameter);
            let wanted: Vec<&str> = expected.iter().copied().filter(same).collect();
            let found: Vec<&str> =
                self.head.query.iter().map(String::as_str).filter(|other| same(other)).collect();
            assert_eq!(found, wanted, "the query's parameters `{}`", name(parameter));
        }
        self
    }

    /// Its query has no parameter of any of these names.
    #[track_caller]
    pub fn no_query(&self, names: &[&str]) -> &Self {
        for name in names {
            assert!(!self.has_parameter(name), "the query has a parameter `{name}`");
        }
        self
    }

    /// Its query has a parameter of each of these names.
    #[track_caller]
    pub fn some_query(&self, names: &[&str]) -> &Self {
        for name in names {
            assert!(self.has_parameter(name), "the query has no parameter `{name}`");
        }
        self
    }

    fn has_parameter(&self, name: &str) -> bool {
        self.head.query.iter().any(|parameter| parameter.split('=').next() == Some(name))
    }
}

impl Recorded<StatusCode> {
    /// It has this status.
    #[track_caller]
    pub fn status(&self, status: u16) -> &Self {
        let body = String::from_utf8_lossy(&self.body);
        assert_eq!(self.head.as_u16(), status, "the status; the body is {body:?}");
        self
    }
}

impl<H> Recorded<H> {
    /// It has a header of this name and value; several of one name are one, with commas.
    #[track_caller]
    pub fn header(&self, name: &str, value: &str) -> &Self {
        assert_eq!(self.header_text(name).as_deref(), Some(value), "the header `{name}`");
        self
    }

    /// It has no header of any of these names.
    #[track_caller]
    pub fn no_headers(&self, names: &[&str]) -> &Self {
        for name in names {
            let found = self.header_text(name);
            assert_eq!(found, None, "the header `{name}`");
        }
        self
    }

    /// It has a header of each of these names.
    #[track_caller]
    pub fn some_headers(&self, names: &[&str]) -> &Self {
        for name in names {
            assert!(self.headers.contains_key(*name), "there is no header `{name}`");
        }
        self
    }

    /// It has this body, byte for byte.
    #[track_caller]
    pub fn body(&self, body: &str) -> &Self {
        self.body_of("", body)
    }

    /// It has this body, compared as the media type wants it: JSON by value, everything else byte for byte.
    #[track_caller]
    pub fn body_of(&self, media_type: &str, body: &str) -> &Self {
        if let Some(difference) = difference(media_type, body, &self.body) {
            panic!("the bodies differ{difference}");
        }
        self
    }

    /// Its body says that it is of this media type, is JSON, and the text of its member `message` (or `Message`)
    /// matches the regular expression.
    #[track_caller]
    #[cfg(feature = "server")]
    pub fn message(&self, media_type: &str, pattern: &str) -> &Self {
        let found = self.header_text("content-type").unwrap_or_default();
        let same = essence(&found).eq_ignore_ascii_case(essence(media_type));
        assert!(same, "the media type is {found:?}, expected {media_type:?}");
        let body: serde_json::Value = match serde_json::from_slice(&self.body) {
            Ok(body) => body,
            Err(error) => panic!("the body is not JSON: {error}"),
        };
        let message = body.get("message").or_else(|| body.get("Message"));
        let Some(message) = message.and_then(serde_json::Value::as_str) else {
            panic!("there is no message in the body: {body}");
        };
        match regex::Regex::new(pattern) {
            Ok(regex) => assert!(regex.is_match(message), "the message is {message:?}"),
            Err(error) => panic!("the pattern is none: {error}"),
        }
        self
    }

    fn header_text(&self, name: &str) -> Option<String> {
        let texts: Vec<_> = self
            .headers
            .get_all(name)
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    }
}

/// A header of a message that a test makes up.
#[track_caller]
pub(super) fn header(name: &str, value: &str) -> (HeaderName, HeaderValue) {
    match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(value.as_bytes())) {
        (Ok(name), Ok(value)) => (name, value),
        _ => panic!("`{name}: {value}` is no header"),
    }
}

#[cfg(all(test, feature = "server"))]
mod tests {
    use std::panic::catch_unwind;

    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::Recorded;

    #[test]
    fn a_message_is_there_and_of_its_media_type() {
        let cases = [
            ("application/json", "{\"message\":\"no\"}", ".*", true),
            ("Application/JSON; charset=utf-8", "{\"Message\":\"no\"}", "^no$", true),
            ("application/json", "{\"message\":\"no\"}", "yes", false),
            ("text/plain", "{\"message\":\"no\"}", ".*", false),
            ("", "{\"message\":\"no\"}", ".*", false),
            ("application/json", "{}", ".*", false),
            ("application/json", "{\"message\":1}", ".*", false),
            ("application/json", "no", ".*", false),
        ];
        for (media_type, body, pattern, passes) in cases {
            let mut headers = HeaderMap::new();
            if !media_type.is_empty() {
                headers.insert("content-type", HeaderValue::from_static(media_type));
            }
            let answer = Recorded { head: StatusCode::BAD_REQUEST, headers, body: body.into() };
            let outcome = catch_unwind(|| {
                answer.message("application/json", pattern);
            });
            assert_eq!(outcome.is_ok(), passes, "{media_type} {body} {pattern}");
        }
    }
}
