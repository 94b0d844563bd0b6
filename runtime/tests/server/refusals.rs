//! Requests that no handler sees.

use farrier_runtime::protocol::Rejection;
use farrier_runtime::server::{Body, Fault};

use super::calls::{Pieces, call, publish, request};
use super::sample::api::Api;
use super::sample::{http_json_service, service};

/// A request, and what it is answered: status, code.
const REFUSED: &[(&str, &str, u16, &str)] = &[
    ("GET /", "", 404, "UnknownOperationException"),
    ("GET /functions/a", "", 404, "UnknownOperationException"),
    ("GET /functions//versions", "", 404, "UnknownOperationException"),
    ("GET /layers", "", 404, "UnknownOperationException"),
    ("GET /functions/a/versions", "", 405, "MethodNotAllowedException"),
    ("HEAD /files/a", "", 405, "MethodNotAllowedException"),
    ("POST /functions/a/versions", "{}", 415, "UnsupportedMediaTypeException"),
    (
        "POST /functions/a/versions | Content-Type: application/json | Content-Encoding: gzip",
        "{}",
        415,
        "UnsupportedMediaTypeException",
    ),
    (
        "POST /functions/a/versions | Content-Type: text/json",
        "{}",
        415,
        "UnsupportedMediaTypeException",
    ),
    (
        "GET /layers/a/versions/1 | Content-Type: application/json",
        "{}",
        415,
        "UnsupportedMediaTypeException",
    ),
    ("PUT /files/a | Content-Type: image/gif", "abc", 415, "UnsupportedMediaTypeException"),
    ("PUT /files/a", "abc", 415, "UnsupportedMediaTypeException"),
    ("POST /functions/a/versions | Accept: text/html", "", 406, "NotAcceptableException"),
    (
        "PUT /files/a | Accept: image/png | Content-Type: image/png",
        "abc",
        406,
        "NotAcceptableException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "{\"Description\":\"12345678901234567890\"}",
        413,
        "RequestEntityTooLargeException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "{\"Size\":",
        400,
        "SerializationException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "{} {}",
        400,
        "SerializationException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "null",
        400,
        "SerializationException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "[]",
        400,
        "SerializationException",
    ),
    (
        "POST /functions/a/versions | Content-Type: application/json",
        "{\"Size\":\"3\"}",
        400,
        "SerializationException",
    ),
    ("POST /functions/%FF/versions", "", 400, "SerializationException"),
    ("POST /functions/a%2/versions", "", 400, "SerializationException"),
    ("GET /layers/a/versions/one", "", 400, "SerializationException"),
    ("GET /layers/a/versions/1?part=%FF", "", 400, "SerializationException"),
    ("GET /layers?find=LayerVersion&Arn=a&Arn=b", "", 400, "SerializationException"),
    ("POST /functions/A/versions", "", 400, "ValidationException"),
    ("GET /layers?find=LayerVersion", "", 400, "ValidationException"),
];

#[tokio::test]
async fn a_body_that_says_nothing_of_itself_is_passed_over_where_none_is_read() {
    let service = service(Api);
    let with_body = call(&service, request("GET /layers/a/versions/1", Body::from("{}"))).await;
    let without = call(&service, request("GET /layers/a/versions/1", Body::empty())).await;
    assert_eq!((with_body.status, &with_body.body), (without.status, &without.body));
    assert_eq!(without.status, 200);
}

#[tokio::test]
async fn refusals_in_rest_json() {
    let service = service(Api).body_limit(20);
    for (head, body, status, code) in REFUSED {
        let answer = call(&service, request(head, Body::from(*body))).await;
        assert_eq!(
            (answer.status, answer.header("x-amzn-errortype")),
            (*status, *code),
            "{head} {body} {}",
            answer.body
        );
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(answer.json()["message"].is_string());
        // The same with a body of unknown length.
        let pieces = Pieces(if body.is_empty() { vec![] } else { vec![Ok(*body)] });
        let answer = call(&service, request(head, pieces)).await;
        assert_eq!(
            (answer.status, answer.header("x-amzn-errortype")),
            (*status, *code),
            "{head} {body}"
        );
    }
}

#[tokio::test]
async fn refusals_in_http_json() {
    let service = http_json_service(Api).body_limit(20);
    for (head, body, status, _) in REFUSED {
        let answer = call(&service, request(head, Body::from(*body))).await;
        assert_eq!(answer.status, *status, "{head} {body} {}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.header("x-amzn-errortype"), "");
        assert_eq!(answer.json()["status"], *status);
        assert!(answer.json()["title"].is_string());
    }
    let merge = "POST /functions/a/versions | Content-Type: application/merge-patch+json";
    assert_eq!(call(&service, request(merge, Body::from("{}"))).await.status, 201);
}

#[tokio::test]
async fn methods_are_listed() {
    for service in [service(Api), http_json_service(Api)] {
        let answer = call(&service, request("PATCH /functions/a/versions", Body::empty())).await;
        assert_eq!((answer.status, answer.header("allow")), (405, "POST"));
    }
}

#[tokio::test]
async fn limits_of_operations() {
    let service = service(Api).body_limit(2).operation_body_limit("PutFile", 8);
    assert_eq!(call(&service, request(&publish("a"), Body::from("{ }"))).await.status, 413);
    let put = "PUT /files/a | Content-Type: image/png";
    assert_eq!(call(&service, request(put, Body::from("12345678"))).await.status, 200);
    assert_eq!(
        call(&service, request(put, Pieces(vec![Ok("12345678"), Ok("9")]))).await.status,
        413
    );
    let answer = call(&service, request(&publish("a"), Pieces(vec![Ok("{"), Err("reset")]))).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (400, "SerializationException"));
}

#[tokio::test]
async fn rejections_in_the_services_own_words() {
    let service = service(Api).body_limit(8).on_rejection(|rejection, context| match rejection {
        Rejection::PayloadTooLarge { .. } => {
            let message = format!("{} takes less", context.operation());
            Some(Fault::new(413, "RequestEntityTooLargeException", message))
        }
        _ => None,
    });
    let answer = call(&service, request(&publish("fine"), Body::from("{\"a\": \"long\"}"))).await;
    assert_eq!(
        (answer.status, answer.header("x-amzn-errortype")),
        (413, "RequestEntityTooLargeException")
    );
    assert_eq!(answer.body, r#"{"message":"PublishVersion takes less"}"#);
    // What it has no words for is answered as the protocol says.
    let answer = call(&service, request("GET /nowhere", Body::empty())).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("x-amzn-errortype"), "UnknownOperationException");
}
