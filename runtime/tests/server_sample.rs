//! A service in memory: every kind of binding, and every way to be refused, in both protocols.
#![cfg(feature = "server")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by panicking"
)]

mod sample;

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use bytes::Bytes;
use farrier_runtime::protocol::Rejection;
use farrier_runtime::server::{Body, Dispatch, Fault, InternalFailure, RemoteAddress, Service};
use farrier_runtime::{ByteStream, Document};
use http::{Request, Response};
use http_body::Frame;
use sample::api::Api;
use sample::types::Location;
use sample::{http_json_service, service};
use tower::ServiceExt;

/// A body in pieces, of unknown length.
struct Pieces(Vec<Result<&'static str, &'static str>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        if self.0.is_empty() {
            return Poll::Ready(None);
        }
        let piece = self.0.remove(0);
        Poll::Ready(Some(piece.map(|text| Frame::data(Bytes::from(text))).map_err(str::to_owned)))
    }
}

/// A body that never comes.
struct Silence;

impl http_body::Body for Silence {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

/// `METHOD target | Name: value | Name: value`
fn request<B>(head: &str, body: B) -> Request<B> {
    let mut parts = head.split(" | ");
    let (method, target) = parts.next().unwrap().split_once(' ').unwrap();
    let mut request = Request::builder().method(method).uri(target);
    for header in parts {
        let (name, value) = header.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    request.body(body).unwrap()
}

struct Answer {
    status: u16,
    response: Response<()>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {:?}", self.body))
    }
}

async fn call<D, B>(service: &Service<D>, request: Request<B>) -> Answer
where
    D: Dispatch,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let Ok(response) = service.clone().oneshot(request).await;
    let (parts, body) = response.into_parts();
    let status = parts.status.as_u16();
    let body = ByteStream::from_body(body).collect().await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    let response = Response::from_parts(parts, ());
    assert_eq!(
        response.headers().get_all("x-amzn-requestid").iter().count()
            + response.headers().get_all("x-request-id").iter().count(),
        1
    );
    Answer { status, response, body }
}

const JSON: &str = "Content-Type: application/json";

fn publish(name: &str) -> String {
    format!("POST /functions/{name}/versions | {JSON}")
}

#[tokio::test]
async fn a_label_and_a_body() {
    let service = service(Api);
    let answer = call(
        &service,
        request(&publish("resize"), Body::from(r#"{"Runtimes":["python3.12"],"new":1}"#)),
    )
    .await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("x-amzn-requestid").len(), 36);
    assert_eq!(answer.body, r#"{"FunctionName":"resize","Version":"1","Runtimes":["python3.12"]}"#);
    // No body at all is a body without members, whatever it is said to be.
    let answer = call(&service, request(&publish("resize"), Body::empty())).await;
    assert_eq!(answer.body, r#"{"FunctionName":"resize","Version":"1"}"#);
    let answer = call(&service, request("POST /functions/resize/versions/", Body::empty())).await;
    assert_eq!(answer.status, 201);
    let pieces = Pieces(vec![Ok(""), Ok("{\"Siz"), Ok(""), Ok("e\":"), Ok("3}")]);
    assert_eq!(call(&service, request(&publish("a"), pieces)).await.status, 201);
}

#[tokio::test]
async fn labels_queries_and_headers() {
    let service = service(Api);
    let head = "GET /layers/a%2Fb/versions/7?part=x&part=y%20&z | X-Runtimes: nodejs20.x, python3.12 | X-Runtimes: nodejs20.x";
    let mut get = request(head, Body::empty());
    get.extensions_mut().insert(RemoteAddress("10.0.0.1:99".parse().unwrap()));
    let answer = call(&service, get).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("x-runtimes"), "nodejs20.x, python3.12, nodejs20.x");
    assert_eq!(answer.header("x-tag"), "10.0.0.1:99");
    let json = answer.json();
    assert_eq!(json["Version"], 7);
    assert_eq!(
        json["Description"],
        r#"a/b Some(["x", "y "]) Some({"part": ["x", "y "], "z": [""]})"#
    );
    let answer = call(&service, request("GET /layers/202/versions/1", Body::empty())).await;
    assert_eq!(answer.status, 202);
    assert_eq!(answer.json()["Description"], "202 None None");

    let find =
        call(&service, request("GET /layers?find=LayerVersion&Arn=arn%3Aa", Body::empty())).await;
    assert_eq!((find.status, find.body.as_str()), (204, ""));
    assert_eq!(find.header("content-type"), "");
}

#[tokio::test]
async fn bytes_and_prefixed_headers() {
    let service = service(Api);
    let head =
        "PUT /files/a/b%2Fc | Content-Type: image/png; a=b | x-meta-Size: 3 | Accept: image/*";
    let answer = call(&service, request(head, Body::from("abc"))).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!((answer.header("x-meta-size"), answer.header("x-meta-key")), ("3", "a/b/c"));
    assert_eq!(answer.body, "abc");
}

#[tokio::test]
async fn streams() {
    let service = service(Api).body_limit(1).stream_limit(10);
    let head = "POST /streams/echo | Content-Type: application/anything";
    let pieces = Pieces(vec![Ok("abc"), Ok("def")]);
    let answer = call(&service, request(head, pieces)).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "abcdef"));
    assert_eq!(
        (answer.header("x-name"), answer.header("content-type")),
        ("echo", "application/octet-stream")
    );
    let pieces = Pieces(vec![Ok("abcdefgh"), Ok("defghi")]);
    let answer = call(&service, request("POST /streams/upper", pieces)).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "the body is longer than allowed"));
    let pieces = Pieces(vec![Ok("abc"), Err("reset")]);
    assert_eq!(call(&service, request("POST /streams/upper", pieces)).await.body, "reset");
    assert_eq!(
        call(&service, request("POST /streams/echo", Body::from("12345678901"))).await.status,
        413
    );
}

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

const ALL_WRONG: &str = r#"{
    "Size": 0, "Location": {"Token": "very secret token", "Bucket": "b"}, "Description": "12345678901",
    "Runtimes": ["python3.12", "cobol", "python3.12"]
}"#;

#[tokio::test]
async fn every_violation_is_reported() {
    let service = service(Api);
    let head = format!("POST /functions/{}/versions | {JSON}", "A".repeat(21));
    let answer = call(&service, request(&head, Body::from(ALL_WRONG))).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (400, "ValidationException"));
    let json = answer.json();
    let paths: Vec<_> = json["fieldList"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "/FunctionName",
            "/FunctionName",
            "/Description",
            "/Runtimes",
            "/Runtimes",
            "/Runtimes/1",
            "/Location/Bucket",
            "/Location/Token",
            "/Size",
        ]
    );
    let message = json["message"].as_str().unwrap();
    assert!(
        message.starts_with(
            "9 validation errors detected. Value with length 21 at '/FunctionName' failed"
        ),
        "{message}"
    );
    assert!(!message.contains("secret"), "{message}");

    let head = "GET /layers/toolong/versions/0?part=abcd&part=abc | X-Runtimes: cobol";
    let json = call(&service, request(head, Body::empty())).await.json();
    let paths: Vec<_> = json["fieldList"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["/LayerName", "/VersionNumber", "/Parts/0", "/Runtimes/0"]);

    let head =
        "PUT /files/a | Content-Type: image/png | X-Meta-a: 12345 | X-Meta-b: 1 | X-Meta-c: 1";
    let json = call(&service, request(head, Body::empty())).await.json();
    let paths: Vec<_> = json["fieldList"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["/Metadata", "/Metadata/a", "/Content"]);
}

#[tokio::test]
async fn violations_in_the_services_own_words() {
    let service = service(Api).on_violations(|violations, context| {
        let first = violations.iter().next().unwrap();
        let message = format!(
            "{}: {} violations; '{}' at {}",
            context.operation(),
            violations.len(),
            first.value.as_deref().unwrap_or("?"),
            first.path
        );
        Fault::new(422, "Wrong", message)
            .with_member("Type", "User")
            .with_member("Count", Document::from(violations.len() as u64))
    });
    let answer = call(&service, request(&publish("UPPER"), Body::from(ALL_WRONG))).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (422, "Wrong"));
    let expected = r#"{"Count":8,"Type":"User","message":"PublishVersion: 8 violations; 'UPPER' at /FunctionName"}"#;
    assert_eq!(answer.body, expected);
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

#[tokio::test]
async fn errors_of_handlers() {
    let service = service(Api);
    let failed = call(&service, request(&publish("failed"), Body::empty())).await;
    assert_eq!((failed.status, failed.header("x-amzn-errortype")), (500, "ServiceException"));
    assert_eq!(failed.body, r#"{"Message":"it failed"}"#);
    let busy = call(&service, request(&publish("busy"), Body::empty())).await;
    assert_eq!(
        (busy.status, busy.header("x-amzn-errortype"), busy.header("retry-after")),
        (429, "TooManyRequestsException", "7")
    );
    assert_eq!(busy.body, r#"{"message":"slow down"}"#);
    let fault = call(&service, request(&publish("fault"), Body::empty())).await;
    assert_eq!(
        (fault.status, fault.header("x-amzn-errortype"), fault.header("retry-after")),
        (409, "Conflict", "2")
    );
    assert_eq!(fault.body, r#"{"Type":"User","message":"taken"}"#);
    let fault = call(&http_json_service(Api), request(&publish("fault"), Body::empty())).await;
    assert_eq!((fault.status, fault.header("content-type")), (409, "application/problem+json"));
    assert_eq!(fault.json()["detail"], "taken");
}

#[tokio::test]
async fn faults_of_our_own() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let service = service(Api).on_internal_failure(move |failure, context| {
        assert_eq!(context.request_id().len(), 36);
        sink.lock().unwrap().push((context.operation(), failure.clone()));
    });
    let panicked = call(&service, request(&publish("panic"), Body::empty())).await;
    assert_eq!((panicked.status, panicked.header("x-amzn-errortype")), (500, "InternalFailure"));
    assert!(!panicked.body.contains("secret"));
    assert_eq!(call(&service, request(&publish("fine"), Body::empty())).await.status, 201);
    for name in ["bad", "no"] {
        let answer =
            call(&service, request(&format!("GET /layers/{name}/versions/1"), Body::empty())).await;
        assert_eq!(
            (answer.status, answer.header("set-cookie"), answer.header("x-tag")),
            (500, "", "")
        );
    }
    let clumsy = service.on_violations(|_, _| panic!("no words"));
    let answer = call(&clumsy, request(&publish("UPPER"), Body::empty())).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (500, "InternalFailure"));
    let expected = [
        ("PublishVersion", InternalFailure::Panicked("the handler's secret".to_owned())),
        (
            "GetLayerVersion",
            InternalFailure::UnusableAnswer("the header `x-tag` cannot have that value".to_owned()),
        ),
        (
            "GetLayerVersion",
            InternalFailure::UnusableAnswer("1000 is no status for an answer".to_owned()),
        ),
        ("PublishVersion", InternalFailure::Panicked("no words".to_owned())),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn identifiers() {
    let id = http::HeaderName::from_static("x-trace");
    let service = service(Api).received_request_id(id.clone()).request_id_header(id.clone());
    for (sent, kept) in [("abc-1", true), ("a b", false), ("", false)] {
        let Ok(response) = service
            .clone()
            .oneshot(request(&format!("GET / | X-Trace: {sent}"), Body::empty()))
            .await;
        let answered = response.headers()[&id].to_str().unwrap();
        assert_eq!(answered == sent, kept, "{answered}");
        assert!(!response.headers().contains_key("x-amzn-requestid"));
    }
}

#[cfg(feature = "serve")]
#[tokio::test(start_paused = true)]
async fn times_run_out() {
    let quick = service(Api).body_timeout(Duration::from_secs(1));
    let answer = call(&quick, request(&publish("a"), Silence)).await;
    assert_eq!(
        (answer.status, answer.header("x-amzn-errortype"), answer.header("connection")),
        (408, "RequestTimeoutException", "close")
    );
    let answer = call(&quick, request("POST /streams/upper", Silence)).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "the body comes too slowly"));
    let limited = service(Api).request_timeout(Duration::from_secs(5));
    let answer = call(&limited, request(&publish("sleep"), Body::empty())).await;
    assert_eq!(
        (answer.status, answer.header("x-amzn-errortype")),
        (503, "ServiceUnavailableException")
    );
    assert_eq!(call(&limited, request(&publish("a"), Silence)).await.status, 408);
}

#[test]
fn secrets_are_not_printed() {
    let location = Location { bucket: "public".to_owned(), token: Some("secret".to_owned()) };
    let printed = format!("{location:?}");
    assert!(printed.contains("public") && !printed.contains("secret"), "{printed}");
}

#[tokio::test]
async fn behind_tower_layers_and_in_axum() {
    #[derive(Clone)]
    struct Tenant(&'static str);

    let layered = tower::ServiceBuilder::new()
        .map_request(|mut request: Request<axum::body::Body>| {
            request.extensions_mut().insert(Tenant("acme"));
            request
        })
        .service(service(Api).on_violations(|_, context| {
            Fault::new(
                400,
                "Wrong",
                context.extension::<Tenant>().map_or("nobody", |tenant| tenant.0),
            )
        }));
    let router = axum::Router::new()
        .route("/health", axum::routing::get(|| async { "fine" }))
        .fallback_service(layered);
    let text = async |request: Request<axum::body::Body>| {
        let response = router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    assert_eq!(
        text(request("GET /health", axum::body::Body::empty())).await,
        (200, "fine".to_owned())
    );
    let (status, body) = text(request(&publish("resize"), axum::body::Body::from("{}"))).await;
    assert_eq!((status, body.as_str()), (201, r#"{"FunctionName":"resize","Version":"1"}"#));
    let (status, body) = text(request(&publish("A"), axum::body::Body::empty())).await;
    assert_eq!((status, body.as_str()), (400, r#"{"message":"acme"}"#));
}
