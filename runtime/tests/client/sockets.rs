//! The default transport, over loopback sockets.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use farrier_runtime::ByteStream;
use farrier_runtime::auth::StaticCredentials;
use farrier_runtime::client::{
    Client, Config, Error, HyperTransport, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, RetryConfig, TimeoutKind, Timeouts,
};
use farrier_runtime::codec::Halt;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::api::{MakeThing, OPEN, PutThing, SERVICE, ThingError, Upload};
use crate::scripted::{Act, OK, Scripted};

fn put() -> PutThing {
    PutThing::new("a", "b")
}

fn client(url: impl Into<String>) -> Client {
    Client::new(&OPEN, quick(Config::new().with_endpoint(url)))
}

/// Retries without much waiting.
fn quick(config: Config) -> Config {
    let wait = Duration::from_millis(1);
    config.with_retry(RetryConfig::new().with_backoff(wait, wait))
}

#[tokio::test]
async fn connections_are_used_again() {
    let server = Scripted::start([]).await;
    let client = client(server.url());
    for _ in 0..10 {
        client.call(put()).await.unwrap();
    }
    assert_eq!((server.connections(), server.requests().len()), (1, 10));
    // As many at once as there are calls, and none more the second time.
    for _ in 0..2 {
        let calls: Vec<_> = (0..8).map(|_| tokio::spawn(client.call(put()).send())).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
    }
    assert_eq!(server.connections(), 8);
}

#[tokio::test]
async fn what_goes_over_the_wire() {
    let server = Scripted::start([]).await;
    let config = Config::new()
        .with_endpoint(server.url())
        .with_region("eu-west-1")
        .with_credentials(StaticCredentials::new("AKID", "secret"));
    let client = Client::new(&SERVICE, config);
    client.call(MakeThing).await.unwrap();
    let requests = server.requests();
    let (first, headers) = requests[0].split_once("\r\n").unwrap();
    assert_eq!(first, "POST /make HTTP/1.1");
    let mut names: Vec<&str> =
        headers.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
    names.sort_unstable();
    let expected = [
        "accept",
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "authorization",
        "content-length",
        "host",
        "user-agent",
        "x-amz-date",
    ];
    assert_eq!(names, expected);
    assert!(headers.contains(&format!("host: {}\r\n", server.address)));
}

/// The server closes an idle connection; the client notices, before it sends or after.
#[tokio::test]
async fn connections_closed_while_idle_do_no_harm() {
    let server = Scripted::start([Act::SayAndClose(OK)]).await;
    let noticed = client(server.url());
    noticed.call(MakeThing).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    noticed.call(MakeThing).await.unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 2));

    let server = Scripted::start([Act::Say(OK), Act::Close]).await;
    let raced = client(server.url());
    raced.call(MakeThing).await.unwrap();
    raced.call(MakeThing).await.unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 3));
}

/// What ends later has been worked on: it may not happen twice.
#[tokio::test]
async fn a_used_connection_that_ends_late_is_a_failure() {
    let late = Act::CloseAfter(Duration::from_millis(1200));
    let server = Scripted::start([Act::Say(OK), late]).await;
    let client = client(server.url());
    client.call(MakeThing).await.unwrap();
    let error = client.call(MakeThing).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_new_connection_that_is_closed_is_a_failure() {
    let server = Scripted::start([Act::Close, Act::Close]).await;
    let client = client(server.url());
    let error = client.call(MakeThing).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let expected = "MakeThing: the connection ended before an answer: ";
    assert!(error.to_string().starts_with(expected), "{error}");
    // What may be repeated is.
    client.call(put()).await.unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn nobody_listens() {
    // Nobody can: a port that was given back may be another's by now.
    let address = "127.0.0.1:0";
    let error = client(format!("http://{address}")).call(MakeThing).await.unwrap_err();
    assert!(matches!(error, Error::Connect(_)), "{error:?}");
    let text = error.to_string();
    let expected = format!("MakeThing: no connection to {address}: ");
    assert!(text.starts_with(&expected) && text.ends_with(" (after 3 attempts)"), "{text}");
}

#[tokio::test]
async fn answers_that_break_off() {
    let half = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":";
    let check = async |said, expected: &str| {
        let server = Scripted::start([Act::SayAndClose(said)]).await;
        let client = client(server.url());
        let error = client.call(MakeThing).await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
        assert!(error.to_string().starts_with(expected), "{error}");
        // The connection is not used again.
        client.call(MakeThing).await.unwrap();
        assert_eq!(server.connections(), 2);
    };
    check(half, "MakeThing: the answer broke off: ").await;
    check("HTTP/1.1 200 OK\r\ncont", "MakeThing: the connection ended before an answer: ").await;
    check("SSH-2.0-OpenSSH_9.9\r\n\r\n", "MakeThing: the answer is not HTTP: ").await;
}

#[tokio::test]
async fn a_silent_server_is_given_up() {
    let server = Scripted::start([Act::Silence, Act::Silence, Act::Silence]).await;
    let timeouts = Timeouts::new().with_attempt(Duration::from_millis(40));
    let config = quick(Config::new().with_endpoint(server.url())).with_timeouts(timeouts);
    let client = Client::new(&OPEN, config);
    match client.call(put()).await.unwrap_err() {
        Error::Timeout(failure) => {
            assert_eq!((failure.kind(), failure.attempts()), (TimeoutKind::Attempt, 3));
        }
        other => panic!("{other:?}"),
    }
    // Each attempt gave its connection up.
    assert_eq!(server.connections(), 3);
    client.call(put()).await.unwrap();
}

#[tokio::test]
async fn a_dropped_call_closes_its_connection() {
    let server = Scripted::start([Act::Silence]).await;
    let client = client(server.url());
    let call = tokio::time::timeout(Duration::from_millis(50), client.call(MakeThing).send());
    assert!(call.await.is_err());
    client.call(MakeThing).await.unwrap();
    assert_eq!(server.connections(), 2);
}

/// Sends back what it is sent, as it comes in.
async fn echo() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = hyper::service::service_fn(async |request: Request<Incoming>| {
                Ok::<_, Infallible>(Response::new(request.into_body()))
            });
            let server = hyper::server::conn::http1::Builder::new();
            tokio::spawn(server.serve_connection(TokioIo::new(socket), service));
        }
    });
    address
}

/// A body of `pieces` pieces of 64 KiB; no more than one of them is in memory at a time.
struct Large(usize);

impl http_body::Body for Large {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        let Some(left) = self.0.checked_sub(1) else { return std::task::Poll::Ready(None) };
        self.0 = left;
        let piece = Bytes::from(vec![u8::try_from(left % 251).unwrap(); 65_536]);
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(piece))))
    }
}

#[tokio::test]
async fn large_bodies_stream_both_ways_at_once() {
    let address = echo().await;
    let client = client(format!("http://{address}"));
    const PIECES: usize = 512;
    for known in [false, true] {
        let mut stream = ByteStream::from_body(Large(PIECES));
        if known {
            stream = stream.with_length(65_536 * 512);
        }
        let mut back = client.call(Upload(stream)).await.unwrap();
        let mut length = 0;
        while let Some(piece) = back.next().await {
            for byte in piece.unwrap() {
                let left = PIECES - 1 - length / 65_536;
                assert_eq!(usize::from(byte), left % 251);
                length += 1;
            }
        }
        assert_eq!(length, PIECES * 65_536);
    }
    // All in memory, and longer than any socket's buffer.
    let bytes = vec![7; 20_000_000];
    let back = client.call(Upload(ByteStream::new(bytes.clone()))).await.unwrap();
    assert_eq!(back.length(), Some(20_000_000));
    assert!(back.collect().await.unwrap() == bytes);
}

/// `GET /fetch`, with a body.
#[derive(Debug)]
struct Fetch(ByteStream);

impl Operation for Fetch {
    type Output = ByteStream;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        static FETCH: OperationMetadata =
            OperationMetadata::new("Fetch", "GET", "/fetch").streaming_input().streaming_output();
        &FETCH
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/fetch");
        request.stream_payload(None, std::mem::take(&mut self.0));
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<ByteStream, Halt> {
        Ok(response.stream())
    }
}

#[tokio::test]
async fn a_get_sends_its_stream_too() {
    let address = echo().await;
    let client = client(format!("http://{address}"));
    for stream in [
        ByteStream::from_body(Large(2)),
        ByteStream::from_body(Large(2)).with_length(131_072),
        ByteStream::new(vec![0; 131_072]),
    ] {
        let back = client.call(Fetch(stream)).await.unwrap();
        assert_eq!(back.collect().await.unwrap().len(), 131_072);
    }
}

/// A body that fails after its first piece.
struct Failing(bool);

impl http_body::Body for Failing {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, String>>> {
        let first = std::mem::replace(&mut self.0, true);
        std::task::Poll::Ready(Some(if first {
            Err("the disk is gone".to_owned())
        } else {
            Ok(http_body::Frame::data(Bytes::from_static(b"x")))
        }))
    }
}

#[tokio::test]
async fn a_request_whose_body_fails() {
    let server = Scripted::start([]).await;
    let client = client(server.url());
    let stream = ByteStream::from_body(Failing(false));
    let error = client.call(Upload(stream)).await.unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
}

/// A runtime goes away with its sockets; the client goes on in another.
#[test]
fn a_client_outlives_its_runtime() {
    let server_runtime = tokio::runtime::Runtime::new().unwrap();
    let server = server_runtime.block_on(Scripted::start([]));
    let client = client(server.url());
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { client.call(put()).await }).unwrap();
    }
    assert_eq!(server.connections(), 3);
}

#[test]
fn outside_of_a_runtime() {
    struct Woken;
    impl std::task::Wake for Woken {
        fn wake(self: std::sync::Arc<Self>) {}
    }
    let waker = std::sync::Arc::new(Woken).into();
    let mut context = std::task::Context::from_waker(&waker);
    let client = client("http://127.0.0.1:1");
    let call = std::pin::pin!(client.call(put()).send());
    match call.poll(&mut context) {
        std::task::Poll::Ready(Err(error)) => assert_eq!(
            error.to_string(),
            "PutThing: not sent: connections need a tokio runtime, and there is none"
        ),
        other => panic!("{other:?}"),
    }
}

#[cfg(not(feature = "tls"))]
#[tokio::test]
async fn https_needs_a_feature() {
    let error = client("https://127.0.0.1:1").call(put()).await.unwrap_err();
    let expected =
        "PutThing: not sent: `https` needs the feature `tls`: build the client crate with it";
    assert_eq!(error.to_string(), expected);
}

/// A layer of tower around the default transport.
#[tokio::test]
async fn the_transport_is_a_tower_service() {
    let server = Scripted::start([]).await;
    let transport = tower::ServiceBuilder::new()
        .map_request(|mut request: Request<farrier_runtime::client::RequestBody>| {
            request.headers_mut().insert("x-layer", http::HeaderValue::from_static("here"));
            request
        })
        .service(HyperTransport::default());
    let config = Config::new().with_service(transport).with_endpoint(server.url());
    Client::new(&OPEN, config).call(put()).await.unwrap();
    assert!(server.requests()[0].contains("x-layer: here\r\n"));
}
