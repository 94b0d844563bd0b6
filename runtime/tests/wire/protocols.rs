//! Errors and refusals, as each protocol sends them.

use farrier_runtime::codec::{Constraint, Malformed, Path, Segment, Violation, Violations};
use farrier_runtime::protocol::{ErrorFacts, HTTP_JSON, Protocol, REST_JSON_1, Rejection};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

fn facts(
    protocol: &dyn Protocol,
    status: u16,
    pairs: &[(&'static str, &'static str)],
    body: &str,
) -> (Option<String>, Option<String>, Option<String>) {
    let status = StatusCode::from_u16(status).unwrap();
    let ErrorFacts { code, message, request_id } =
        protocol.error_facts(status, &headers(pairs), body.as_bytes());
    (code, message, request_id)
}

#[test]
fn rest_json_names_its_errors() {
    let long = "aws.protocoltests.restjson#FooError:http://internal.amazon.com/coral/com.amazon.coral.validate/";
    let body = |member: &str, name: &str| format!("{{\"{member}\":\"{name}\",\"Message\":\"m\"}}");
    for name in ["FooError", "FooError:http://x.example/", "aws.protocoltests#FooError", long] {
        for member in ["__type", "code"] {
            let found = facts(&REST_JSON_1, 400, &[], &body(member, name));
            assert_eq!(found, (Some("FooError".into()), Some("m".into()), None), "{name}");
        }
    }
    type Case<'c> = (
        &'c [(&'static str, &'static str)],
        &'static str,
        Option<&'static str>,
        Option<&'static str>,
    );
    let cases: &[Case<'_>] = &[
        (
            &[("x-amzn-errortype", "A:b")],
            r#"{"__type":"B","code":"C","message":"x"}"#,
            Some("A"),
            Some("x"),
        ),
        (&[], r#"{"code":"C","__type":"x#B"}"#, Some("B"), None),
        (&[], r#"{"code":17,"message":null}"#, None, None),
        (&[], r#"{"deep":{"__type":"B"}}"#, None, None),
        (&[], "<html>", None, None),
        (&[], "", None, None),
        (&[], r#"["__type"]"#, None, None),
        // What comes before the fault still counts.
        (&[], r#"{"__type":"B","message":"cut o"#, Some("B"), None),
        (&[("x-amzn-errortype", "")], "{}", None, None),
    ];
    for (pairs, body, code, message) in cases {
        let found = facts(&REST_JSON_1, 500, pairs, body);
        assert_eq!((found.0.as_deref(), found.1.as_deref()), (*code, *message), "{body}");
    }
    let found = facts(&REST_JSON_1, 500, &[("x-amzn-requestid", "r-1")], "");
    assert_eq!(found.2.as_deref(), Some("r-1"));
}

#[test]
fn http_json_has_statuses() {
    let cases = [
        (r#"{"message":"m","title":"t"}"#, Some("m")),
        (r#"{"error":"e"}"#, Some("e")),
        (r#"{"error":{"message":"inner","code":5}}"#, Some("inner")),
        (r#"{"title":"t","detail":"d"}"#, Some("d")),
        (r#"{"title":"t","status":404}"#, Some("t")),
        ("nonsense", None),
    ];
    for (body, message) in cases {
        let found = facts(&HTTP_JSON, 404, &[("x-request-id", "r")], body);
        assert_eq!(found, (Some("404".into()), message.map(str::to_owned), Some("r".into())));
    }
}

fn parts(response: &Response<Vec<u8>>) -> (u16, Vec<(String, String)>, Value) {
    let headers = response.headers().iter();
    let mut headers: Vec<(String, String)> = headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    headers.sort();
    let body = serde_json::from_slice(response.body()).unwrap();
    (response.status().as_u16(), headers, body)
}

#[test]
fn refusals_are_answered() {
    let cases = [
        (Rejection::NotFound, 404, "UnknownOperationException"),
        (
            Rejection::MethodNotAllowed { allowed: vec!["GET", "PUT"] },
            405,
            "MethodNotAllowedException",
        ),
        (Rejection::NotAcceptable { offered: "application/json" }, 406, "NotAcceptableException"),
        (Rejection::RequestTimeout, 408, "RequestTimeoutException"),
        (Rejection::PayloadTooLarge { limit: 10 }, 413, "RequestEntityTooLargeException"),
        (Rejection::UnsupportedMediaType { expected: None }, 415, "UnsupportedMediaTypeException"),
        (Rejection::Malformed { message: "/a: x".into() }, 400, "SerializationException"),
        (Rejection::Internal, 500, "InternalFailure"),
        (Rejection::Unavailable, 503, "ServiceUnavailableException"),
    ];
    for (rejection, status, code) in cases {
        let (found, headers, body) = parts(&REST_JSON_1.rejection(&rejection));
        assert_eq!(found, status);
        assert_eq!(body, json!({ "message": rejection.message() }));
        assert!(headers.contains(&("x-amzn-errortype".into(), code.into())), "{headers:?}");
        assert!(headers.contains(&("content-type".into(), "application/json".into())));
        let allow = headers.contains(&("allow".into(), "GET, PUT".into()));
        assert_eq!(allow, status == 405);

        let (found, headers, body) = parts(&HTTP_JSON.rejection(&rejection));
        assert_eq!((found, body["status"].as_u64()), (status, Some(status.into())));
        assert_eq!(body["message"], body["detail"]);
        assert!(headers.contains(&("content-type".into(), "application/problem+json".into())));
    }
    let malformed = Malformed {
        message: "expected a string".into(),
        path: Path::member("a", 0),
        offset: Some(3),
        internal: false,
    };
    assert_eq!(Rejection::from(&malformed).message(), "/a: expected a string (at byte 3)");
    assert_eq!(Rejection::from(&Malformed { internal: true, ..malformed }), Rejection::Internal);
}

#[test]
fn violations_are_listed() {
    let violations = Violations::sorted(vec![
        Violation {
            path: Segment::Key("x/y~".into()).into(),
            constraint: Constraint::Unknown,
            value: None,
        },
        Violation { path: Path::member("b", 1), constraint: Constraint::Required, value: None },
        Violation {
            path: Path::member("a", 0),
            constraint: Constraint::Length { min: Some(1), max: None, actual: 0 },
            value: Some(String::new()),
        },
    ]);
    let a = "Value with length 0 at '/a' failed to satisfy constraint: Member must have length greater than or equal to 1";
    let b = "Value at '/b' failed to satisfy constraint: Member must not be null";
    let x = "Value at '/x~1y~0' failed to satisfy constraint: Member must not be set: there is no such member";
    let message = format!("3 validation errors detected. {a}; {b}; {x}");
    let list = json!([{ "path": "/a", "message": a }, { "path": "/b", "message": b }, { "path": "/x~1y~0", "message": x }]);

    let (status, headers, body) = parts(&REST_JSON_1.violations(&violations));
    assert_eq!(status, 400);
    assert_eq!(body, json!({ "message": message, "fieldList": list }));
    assert!(headers.contains(&("x-amzn-errortype".into(), "ValidationException".into())));

    let (status, headers, body) = parts(&HTTP_JSON.violations(&violations));
    assert_eq!((status, &body["violations"], &body["message"]), (400, &list, &json!(message)));
    assert!(headers.contains(&("content-type".into(), "application/problem+json".into())));
}

#[test]
fn media_types() {
    for (content_type, rest, plain) in [
        ("application/json", true, true),
        ("Application/JSON; charset=utf-8", true, true),
        ("application/problem+json", false, true),
        ("application/hal+json", false, true),
        ("text/json", false, false),
        ("application/jsonx", false, false),
        ("", false, false),
    ] {
        assert_eq!(REST_JSON_1.reads(content_type), rest, "{content_type}");
        assert_eq!(HTTP_JSON.reads(content_type), plain, "{content_type}");
    }
}
