//! Requests that violate constraints of the model.

use farrier_runtime::Document;
use farrier_runtime::server::{Body, Fault};

use super::calls::{JSON, call, publish, request};
use super::sample::api::Api;
use super::sample::service;

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
