//! Where the members of inputs and outputs travel.

use farrier_runtime::server::{Body, RemoteAddress};

use super::calls::{Pieces, call, publish, request};
use super::sample::api::Api;
use super::sample::service;

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
