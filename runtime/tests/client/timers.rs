//! Runtimes without a timer.

use std::time::Duration;

use farrier_runtime::client::{Client, Config, Error, RetryConfig, Timeouts, Waiter};

use crate::api::{OPEN, PutThing};
use crate::scripted::{Act, Scripted};

const REFUSED: &str = "PutThing: not sent: limits of time need tokio's timer, and this runtime has none: build it with \
    `enable_time`, or set `Timeouts::none()`";

fn put() -> PutThing {
    PutThing::new("a", "b")
}

#[test]
fn calls_say_what_is_missing() {
    let servers = tokio::runtime::Runtime::new().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let server = servers.block_on(Scripted::start([]));
    let call = |timeouts: Timeouts| {
        let config = Config::new().with_endpoint(server.url()).with_timeouts(timeouts);
        let client = Client::new(&OPEN, config);
        runtime.block_on(async move { client.call(put()).await })
    };
    let second = Duration::from_secs(1);
    for timeouts in [
        Timeouts::new(),
        Timeouts::none().with_attempt(second),
        Timeouts::none().with_operation(second),
        Timeouts::none().with_connect(second),
    ] {
        assert_eq!(call(timeouts).unwrap_err().to_string(), REFUSED);
    }
    assert_eq!(server.requests().len(), 0);
    call(Timeouts::none()).unwrap();
}

#[test]
fn waiting_says_what_is_missing() {
    let servers = tokio::runtime::Runtime::new().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let server = servers.block_on(Scripted::start([]));
    let timeouts = Timeouts::none();
    let config = Config::new().with_endpoint(server.url()).with_timeouts(timeouts);
    let client = Client::new(&OPEN, config);
    let waiter = Waiter { name: "W", min_delay: 1, max_delay: 1, acceptors: &[] };
    // The call within is limited in time by the waiting.
    let waiting = client.call(put()).wait_until(waiter, Duration::from_secs(5));
    let error = runtime.block_on(waiting.into_future()).unwrap_err().to_string();
    assert!(error.contains("tokio's timer, and this runtime has none"), "{error}");
}

#[tokio::test]
async fn limits_may_be_as_long_as_can_be_said() {
    let server = Scripted::start([]).await;
    let most = Duration::MAX;
    let timeouts = Timeouts::none().with_connect(most).with_attempt(most).with_operation(most);
    let config = Config::new().with_endpoint(server.url()).with_timeouts(timeouts);
    Client::new(&OPEN, config).call(put()).await.unwrap();
}

#[test]
fn nothing_is_tried_again_where_nothing_can_be_waited_for() {
    let servers = tokio::runtime::Runtime::new().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let busy = "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n";
    let server = servers.block_on(Scripted::start([Act::Say(busy)]));
    let config = Config::new()
        .with_endpoint(server.url())
        .with_timeouts(Timeouts::none())
        .with_retry(RetryConfig::new());
    let client = Client::new(&OPEN, config);
    let error = runtime.block_on(async move { client.call(put()).await }).unwrap_err();
    assert!(matches!(error, Error::Unmodelled(_)), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}
