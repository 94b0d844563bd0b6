//! What comes back when something goes wrong, and how it reads.

use std::error::Error as _;

use farrier_runtime::client::{Config, Error, RetryConfig};

use crate::api::{Gone, MakeThing, OPEN, ThingError};
use crate::memory::{Memory, Step};

async fn fail(head: &'static str, body: &'static str) -> Error<ThingError> {
    let memory = Memory::new([Step::Answer(head, body)]);
    let config = Config::new().with_retry(RetryConfig::disabled());
    memory.client(&OPEN, config).call(MakeThing).await.unwrap_err()
}

#[tokio::test]
async fn errors_say_everything_in_one_line() {
    let check = async |head, body, expected: &str| {
        assert_eq!(fail(head, body).await.to_string(), expected);
    };
    check(
        "410 | X-Amzn-ErrorType: Gone:http://x | X-Amzn-RequestId: r-1",
        r#"{"since": 5, "message": "gone\r\nfor good"}"#,
        "MakeThing: Gone: since Some(5): gone  for good (status 410, request id r-1)",
    )
    .await;
    check("429", r#"{"__type": "a.b#Busy"}"#, "MakeThing: Busy (status 429)").await;
    check(
        "418 | x-amz-request-id: r-2",
        r#"{"__type": "Teapot", "Message": "short and stout"}"#,
        "MakeThing: Teapot: short and stout (status 418, request id r-2)",
    )
    .await;
    check(
        "502 | Content-Type: text/html",
        "<html>secret</html>",
        "MakeThing: an error that the model does not name (status 502)",
    )
    .await;
    check(
        "200",
        r#"{"id": "seven"}"#,
        "MakeThing: the answer cannot be read: /id: expected an integer, found a string (at byte 7) \
         (status 200)",
    )
    .await;
    check(
        "302 | Location: /x",
        "",
        "MakeThing: an error that the model does not name (status 302)",
    )
    .await;
}

#[tokio::test]
async fn debugging_shows_neither_headers_nor_body() {
    for (head, body) in [
        ("410 | X-Amzn-ErrorType: Gone | X-Secret: hush", r#"{"since": 5, "hidden": "hush"}"#),
        ("502 | X-Secret: hush | X-Amzn-RequestId: r-1", "<html>hush</html>"),
        ("200 | X-Secret: hush", r#"{"id": "seven", "hidden": "hush"}"#),
    ] {
        let text = format!("{:?}", fail(head, body).await);
        assert!(!text.contains("hush"), "{text}");
        assert!(text.contains(&format!("body_length: {}", body.len())), "{text}");
        assert!(text.contains(r#"operation: "MakeThing""#) && text.contains("status: "), "{text}");
    }
}

#[tokio::test]
async fn modelled_errors_are_typed() {
    let error = fail("410 | X-Amzn-ErrorType: Gone", r#"{"since": 5}"#).await;
    assert_eq!(error.service_error(), Some(&ThingError::Gone(Gone { since: Some(5) })));
    assert_eq!(error.code(), Some("Gone"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(410));
    assert_eq!(error.operation(), "MakeThing");
    assert!(!error.is_retryable());
    assert!(error.source().is_some_and(|source| source.is::<ThingError>()));
    assert!(fail("429 | X-Amzn-ErrorType: Busy", "").await.is_retryable());
    assert!(matches!(error.into_service_error(), Ok(ThingError::Gone(_))));
}

/// Its status, code and body are worth more than where its body went wrong.
#[tokio::test]
async fn a_modelled_error_that_cannot_be_read_is_unmodelled() {
    match fail("410 | X-Amzn-ErrorType: Gone", r#"{"since": "ever"}"#).await {
        Error::Unmodelled(failure) => {
            assert_eq!(failure.code(), Some("Gone"));
            assert_eq!(&failure.body()[..], br#"{"since": "ever"}"#);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_service_that_fails_is_a_transport_that_failed() {
    let memory = Memory::new([Step::Fail]);
    let error = memory.client(&OPEN, Config::new()).call(MakeThing).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(error.to_string(), "MakeThing: the service failed: the service broke");
    let source = error.source().and_then(|source| source.source()).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the service broke"));
}

#[tokio::test]
async fn an_answer_may_be_too_long() {
    let memory =
        Memory::new([Step::Answer("200", r#"{"id": 1}"#), Step::Answer("200", r#"{"id": 1}"#)]);
    let call = async |limit| {
        let client = memory.client(&OPEN, Config::new().with_response_limit(limit));
        client.call(MakeThing).await
    };
    assert!(call(9).await.is_ok());
    let error = call(8).await.unwrap_err().to_string();
    assert_eq!(error, "MakeThing: the answer is longer than 8 bytes");
}

/// An error is no larger than what it is about costs to return.
#[test]
fn errors_are_small() {
    assert!(size_of::<Error<[u8; 4096]>>() <= 64, "{}", size_of::<Error<[u8; 4096]>>());
}
