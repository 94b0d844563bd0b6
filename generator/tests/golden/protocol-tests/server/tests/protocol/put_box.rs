//! `PutBox`.

use golden_protocol_tests_server::operation::{PutBoxError, PutBoxInput, PutBoxOutput};
use golden_protocol_tests_server::types::{Book, Full, Kind, What};
use farrier_runtime::{Timestamp, testing};
use farrier_runtime::testing::{Script, TestRequest};
use std::collections::BTreeMap;

/// Every member travels.
#[tokio::test]
async fn request_put_box_with_everything() {
    let script = Script::new();
    let request = TestRequest::new("PUT", "/boxes/a%20b?dry=true")
        .header("X-Sizes", "1, 2")
        .header("Content-Type", "application/json")
        .body(
            "{\"weight\": \"NaN\", \"what\": {\"book\": {\"title\": \"Moby-Dick\"}}, \"tags\": {\"k\": \"v\"}, \"when\": 1.5}",
        );
    let answer = request.send(super::service(&script)).await;
    let input: PutBoxInput = script.input(&answer);
    let mut expected = PutBoxInput::new("a b".to_owned());
    expected.dry = Some(true);
    expected.sizes = Some(vec![1, 2]);
    expected.weight = Some(f32::NAN);
    expected.what = Some(
        What::Book({
            let mut value = Book::default();
            value.title = Some("Moby-Dick".to_owned());
            value
        }),
    );
    expected.tags = Some(BTreeMap::from([("k".to_owned(), "v".to_owned())]));
    expected.when = Some(Timestamp::new(1, 500000000).unwrap_or_default());
    testing::assert_same(&input.id, &expected.id);
    testing::assert_same(&input.dry, &expected.dry);
    testing::assert_same(&input.sizes, &expected.sizes);
    testing::assert_same_or_nan(&input.weight, &expected.weight);
    testing::assert_same(&input.what, &expected.what);
    testing::assert_same(&input.tags, &expected.tags);
    testing::assert_same(&input.when, &expected.when);
}

/// `BoxIsThere`.
#[tokio::test]
async fn response_box_is_there() {
    let mut output = PutBoxOutput::new();
    output.kind = Some(Kind::Small);
    let service = super::service(&Default::default());
    let answer = testing::answer(service, "PutBox", Ok::<_, PutBoxError>(output)).await;
    answer.status(200).body_of("application/json", "{\"kind\": \"small\"}");
}

/// A size of one is none.
#[tokio::test]
async fn malformed_no_such_size_case0() {
    let request = TestRequest::new("PUT", "/boxes/x").header("X-Sizes", "one");
    let answer = request.send(super::service(&Default::default())).await;
    answer.status(400).header("x-amzn-errortype", "SerializationException");
}

/// A size of 1.5 is none.
#[tokio::test]
async fn malformed_no_such_size_case1() {
    let request = TestRequest::new("PUT", "/boxes/x").header("X-Sizes", "1.5");
    let answer = request.send(super::service(&Default::default())).await;
    answer.status(400).header("x-amzn-errortype", "SerializationException");
}

/// `EmptyTitle`.
#[tokio::test]
async fn malformed_empty_title() {
    let request = TestRequest::new("PUT", "/boxes/x")
        .header("Content-Type", "application/json")
        .body("{\"what\": {\"book\": {\"title\": \"\"}}}");
    let answer = request.send(super::service(&Default::default())).await;
    answer
        .status(400)
        .message("application/json", "length 0 at '/what/book(?s:.)title'");
}

/// `BoxIsFull`.
#[tokio::test]
async fn response_box_is_full() {
    let mut error = Full::new();
    error.room = Some(0);
    let service = super::service(&Default::default());
    let answer = testing::answer(
            service,
            "PutBox",
            Err::<PutBoxOutput, _>(PutBoxError::Full(error)),
        )
        .await;
    answer
        .status(409)
        .header("X-Amzn-Errortype", "Full")
        .body_of("application/json", "{\"room\": 0}");
}
