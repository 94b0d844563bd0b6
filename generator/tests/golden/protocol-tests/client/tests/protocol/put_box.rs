//! `PutBox`.

use golden_protocol_tests_client::Client;
use golden_protocol_tests_client::operation::{PutBoxError, PutBoxInput, PutBoxOutput};
use golden_protocol_tests_client::types::{Book, Full, Kind, What};
use farrier_runtime::{Timestamp, protocol, testing};
use farrier_runtime::testing::Reply;
use std::collections::BTreeMap;

/// Every member travels.
#[tokio::test]
async fn request_put_box_with_everything() {
    let mut input = PutBoxInput::new("a b".to_owned());
    input.dry = Some(true);
    input.sizes = Some(vec![1, 2]);
    input.weight = Some(f32::NAN);
    input.what = Some(
        What::Book({
            let mut value = Book::new();
            value.title = Some("Moby-Dick".to_owned());
            value
        }),
    );
    input.tags = Some(BTreeMap::from([("k".to_owned(), "v".to_owned())]));
    input.when = Some(Timestamp::new(1, 500000000).unwrap_or_default());
    let client = Client::new(testing::config("example.com"));
    let call = client.put_box(input);
    let request = testing::request(call).await;
    request
        .method("PUT")
        .path("/boxes/a%20b")
        .query(&["dry=true"])
        .header("X-Sizes", "1, 2")
        .header("Content-Type", "application/json")
        .no_headers(&["X-Other"])
        .body_of(
            "application/json",
            "{\"weight\": \"NaN\", \"what\": {\"book\": {\"title\": \"Moby-Dick\"}}, \"tags\": {\"k\": \"v\"}, \"when\": 1.5}",
        );
}

/// `OnlyForClients`.
#[tokio::test]
async fn request_only_for_clients() {
    let input = PutBoxInput::new("x".to_owned());
    let client = Client::new(testing::config("example.com"));
    let call = client.put_box(input);
    let request = testing::request(call).await;
    request.method("PUT").path("/boxes/x");
}

/// `BoxIsThere`.
#[test]
fn response_box_is_there() {
    let reply = Reply::new(200).body("{\"kind\": \"small\"}");
    let output = reply.output::<PutBoxInput>(&protocol::REST_JSON_1);
    let mut expected = PutBoxOutput::default();
    expected.kind = Some(Kind::Small);
    testing::assert_same(&output, &expected);
}

/// `BoxIsFull`.
#[test]
fn response_box_is_full() {
    let reply = Reply::new(409).header("X-Amzn-Errortype", "Full").body("{\"room\": 0}");
    let error = reply.error::<PutBoxInput>(&protocol::REST_JSON_1);
    let mut expected = Full::default();
    expected.room = Some(0);
    testing::assert_same(&error, &PutBoxError::Full(expected));
}
