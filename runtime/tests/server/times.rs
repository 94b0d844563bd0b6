//! Requests and handlers that take too long.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use farrier_runtime::server::Body;
use http_body::Frame;

use super::calls::{call, publish, request};
use super::sample::api::Api;
use super::sample::service;

/// A body that never comes.
struct Silence;

impl http_body::Body for Silence {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

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
