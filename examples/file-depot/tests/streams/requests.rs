//! Streams from the client to the server.

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use depot_client::operation::{ConvertInput, PutObjectInput, PutPartInput};
use depot_client::{Config, Error};
use depot_server::farrier_runtime::ByteStream;
use depot_server::farrier_runtime::client::{RetryConfig, TimeoutKind, Timeouts};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::bodies::{Then, body};
use crate::fixture::{PIECES, SIZE, start};

/// More than sockets and buffers hold, by far.
const MANY: u64 = 4_096;
/// What they hold, at most.
const BUFFERED: u64 = 32 * 1024 * 1024;

fn quick() -> Config {
    let wait = Duration::from_millis(1);
    Config::new().with_retry(RetryConfig::new().with_backoff(wait, wait))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_server_slows_down_the_client() {
    let fixture = start(|service| service).await;
    let (stream, fate) = body(MANY, Then::Ends);
    let call = fixture.client().put_object(PutObjectInput::new("stalled", stream)).send();
    let call = tokio::spawn(call);
    let taken = fate.until_still().await;
    assert!(taken < BUFFERED, "{taken} bytes were sent to a server that reads none");
    fixture.state.go_on.notify_one();
    assert_eq!(call.await.unwrap().unwrap().size, i64::try_from(MANY * 65_536).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_dropped_breaks_the_servers_body_off() {
    let fixture = start(|service| service).await;
    let (stream, fate) = body(3, Then::Hangs);
    let call = fixture.client().put_object(PutObjectInput::new("a", stream)).send();
    let call = tokio::spawn(call);
    fate.until_still().await;
    call.abort();
    fate.until_dropped().await;
    fixture.received().await.unwrap_err();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_has_had_enough_ends_the_upload() {
    let fixture = start(|service| service).await;
    let client = fixture.client();
    for (key, answered) in [("dropped", true), ("unread", true), ("refused", false)] {
        for length in [None, Some(MANY * 65_536)] {
            let (stream, fate) = body(MANY, Then::Ends);
            let stream = match length {
                Some(length) => stream.with_length(length),
                None => stream,
            };
            let result = client.put_object(PutObjectInput::new(key, stream)).retries(0).await;
            match (answered, &result) {
                (true, Ok(_)) => {}
                (false, Err(error)) if error.status().is_some_and(|it| it.as_u16() == 403) => {}
                _ => panic!("{key}: {result:?}"),
            }
            fate.until_dropped().await;
            assert!(fate.taken() < BUFFERED, "{key}: {} bytes were sent", fate.taken());
        }
    }
    // The connection that has not carried everything carries nothing else.
    client.put_object(PutObjectInput::new("a", "whole")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_off_or_has_another_length_is_never_complete() {
    let fixture = start(|service| service).await;
    let client = fixture.client();
    let fails = || body(PIECES, Then::Fails).0;
    let ends = || body(PIECES, Then::Ends).0;
    let cases = [
        (fails(), "the disk is gone"),
        (fails().with_length(SIZE + 1), "the disk is gone"),
        (ends().with_length(SIZE + 1), "ended after 4194304 of the 4194305 bytes"),
        (ends().with_length(SIZE - 1), "longer than the 4194303 bytes"),
    ];
    for (stream, message) in cases {
        let error = client.put_object(PutObjectInput::new("a", stream)).await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
        assert!(error.to_string().contains(message), "{error}");
        fixture.received().await.unwrap_err();
    }
    let stream = ends().with_length(SIZE);
    client.put_object(PutObjectInput::new("a", stream)).await.unwrap();
    assert_eq!(fixture.received().await, Ok(usize::try_from(SIZE).unwrap()));
    // Whether the answer has begun by then or not.
    let error = match client.convert(ConvertInput::new(fails())).await {
        Ok(echo) => shown(&*echo.body.collect().await.unwrap_err()),
        Err(error) => error.to_string(),
    };
    assert!(error.contains("the disk is gone"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_can_be_had_again_is_sent_again() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("object");
    std::fs::write(&path, vec![7; 300_000]).unwrap();
    let file = ByteStream::from_path(&path).await.unwrap();
    assert_eq!(file.length(), Some(300_000));
    let whole = || ByteStream::from(vec![7; 300_000]);
    let made = ByteStream::repeatable(whole);
    let once = ByteStream::from_reader(tokio::fs::File::open(&path).await.unwrap());
    for (stream, attempts) in [(file, 2), (whole(), 2), (made, 2), (once, 1)] {
        let fixture = start(|service| service).await;
        let client = fixture.client_with(quick());
        let result = client.put_object(PutObjectInput::new("busy-once", stream)).await;
        assert_eq!(result.is_ok(), attempts == 2, "{result:?}");
        assert_eq!(fixture.state.puts.load(Ordering::SeqCst), attempts);
        for _ in 0..attempts {
            assert_eq!(fixture.received().await, Ok(300_000));
        }
    }
    // A file that has grown since is not the one that was promised.
    let fixture = start(|service| service).await;
    let file = ByteStream::from_path(&path).await.unwrap();
    std::fs::write(&path, vec![7; 300_001]).unwrap();
    let error = fixture.client().put_object(PutObjectInput::new("a", file)).await.unwrap_err();
    assert!(error.to_string().contains("longer than the 300000 bytes"), "{error}");
    std::fs::remove_file(&path).unwrap();
    assert!(ByteStream::from_path(&path).await.is_err());
    assert!(ByteStream::from_path(directory.path()).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn lengths_that_must_be_known() {
    let fixture = start(|service| service).await;
    let client = fixture.client();
    let part = |stream| PutPartInput::new("a", 1, stream);
    let error = client.put_part(part(body(1, Then::Ends).0)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "PutPart: not sent: the service must be told how long the stream is: say so with `ByteStream::with_length`"
    );
    client.put_part(part(body(1, Then::Ends).0.with_length(65_536))).await.unwrap();
    client.put_part(part(ByteStream::from("whole"))).await.unwrap();
    client.put_part(part(ByteStream::default())).await.unwrap();
    let head = "PUT /objects/a/parts/1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert!(exchange(&fixture, &[head, "1\r\nx\r\n0\r\n\r\n"]).await.starts_with("HTTP/1.1 411 "));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_in_which_nothing_moves_is_given_up() {
    let fixture = start(|service| service).await;
    let limit = Duration::from_millis(400);
    let client = fixture.client_with(Config::new().with_timeouts(Timeouts::new().with_idle(limit)));
    for bytes in [false, true] {
        let (stream, fate) = match bytes {
            false => body(MANY, Then::Ends),
            true => (ByteStream::from(vec![7; 64 * 1024 * 1024]), body(0, Then::Ends).1),
        };
        let call = client.put_object(PutObjectInput::new("stalled", stream)).retries(0);
        let Err(Error::Timeout(failure)) = call.await else { panic!("nothing moved") };
        assert_eq!((failure.kind(), failure.limit()), (TimeoutKind::Idle, limit));
        fate.until_dropped().await;
    }
    // As long as the caller itself has nothing to send, nobody is late.
    let (stream, _) = body(1, Then::Hangs);
    let call = client.put_object(PutObjectInput::new("a", stream)).send();
    assert!(tokio::time::timeout(limit * 4, call).await.is_err());
    let (stream, _) = body(1, Then::Hangs);
    let mut echo = client.convert(ConvertInput::new(stream)).await.unwrap().body;
    while echo.length() != Some(0) {
        let Ok(piece) = tokio::time::timeout(limit * 4, echo.next()).await else { break };
        piece.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_asks_first_is_told_to_go_on_or_not() {
    let fixture = start(|service| service.stream_limit(1_000)).await;
    let head = |size: u32| {
        format!(
            "PUT /objects/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: {size}\r\n\r\n"
        )
    };
    let mut socket = TcpStream::connect(fixture.address).await.unwrap();
    socket.write_all(head(5).as_bytes()).await.unwrap();
    let mut told = [0; 25];
    socket.read_exact(&mut told).await.unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    socket.write_all(b"hello").await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with(r#"{"size":5}"#), "{answer}");
    // The body is refused before it is sent.
    assert!(exchange(&fixture, &[&head(5_000)]).await.starts_with("HTTP/1.1 413 "));
}

/// An error and its causes.
fn shown(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// What is answered to these pieces of a request.
pub async fn exchange(fixture: &crate::fixture::Fixture, pieces: &[&str]) -> String {
    let mut socket = TcpStream::connect(fixture.address).await.unwrap();
    for piece in pieces {
        socket.write_all(piece.as_bytes()).await.unwrap();
    }
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    while !answer.windows(4).any(|window| window == b"\r\n\r\n") {
        let read = socket.read(&mut buffer).await.unwrap();
        assert!(read > 0, "closed after {:?}", Bytes::from(answer));
        answer.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8(answer).unwrap()
}
