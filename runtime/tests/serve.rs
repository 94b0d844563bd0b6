//! The HTTP server over real sockets: limits, timeouts, keep-alive, shutdown.
#![cfg(feature = "serve")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by panicking"
)]

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use farrier_runtime::ByteStream;
use farrier_runtime::server::{Body, RemoteAddress, Server};
use http::{Request, Response};
use hyper::body::Incoming;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use tower::service_fn;

const SHORT: Duration = Duration::from_millis(150);
const LONG: Duration = Duration::from_secs(20);

/// A server that echoes bodies at `/echo`, waits at `/wait` until it may go on, and says where a request came from.
struct Fixture {
    address: SocketAddr,
    go_on: Arc<Notify>,
    waiting: Arc<AtomicUsize>,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<io::Result<()>>,
}

async fn start(configure: impl FnOnce(Server) -> Server) -> Fixture {
    let server = configure(Server::bind("127.0.0.1:0").await.unwrap());
    let address = server.local_addr().unwrap();
    let go_on = Arc::new(Notify::new());
    let waiting = Arc::new(AtomicUsize::new(0));
    let (stop, stopped) = oneshot::channel();
    let server = server.with_graceful_shutdown(async {
        let _ = stopped.await;
    });
    let (notify, count) = (Arc::clone(&go_on), Arc::clone(&waiting));
    let service = service_fn(move |request: Request<Incoming>| {
        let (notify, count) = (Arc::clone(&notify), Arc::clone(&count));
        async move {
            let body = match request.uri().path() {
                "/echo" => match ByteStream::from_body(request.into_body()).collect().await {
                    Ok(bytes) => Body::from(bytes),
                    Err(error) => Body::from(error.to_string()),
                },
                "/wait" => {
                    count.fetch_add(1, Ordering::SeqCst);
                    notify.notified().await;
                    Body::from("waited")
                }
                "/large" => Body::from(vec![b'x'; 64 * 1024 * 1024]),
                "/early" => Body::from("not interested"),
                _ => {
                    let address = request.extensions().get::<RemoteAddress>().unwrap();
                    Body::from(address.0.ip().to_string())
                }
            };
            Ok::<_, Infallible>(Response::new(body))
        }
    });
    let running = tokio::spawn(server.serve(service));
    Fixture { address, go_on, waiting, stop: Some(stop), running }
}

impl Fixture {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn until_waiting(&self, count: usize) {
        while self.waiting.load(Ordering::SeqCst) < count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Everything that comes until the other side closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut bytes))
        .await
        .expect("not closed in time");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One answer with a `Content-Length`, as its status and its body.
async fn answer(stream: &mut TcpStream) -> (u16, String) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(tokio::time::timeout(LONG, stream.read_u8()).await.expect("no answer").unwrap());
    }
    let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).await.unwrap();
    (status, String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn many_requests_on_one_connection() {
    let server = start(|server| server).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut stream).await, (200, "127.0.0.1".to_owned()));
    // Three at once, one of them chunked.
    stream
        .write_all(
            b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nonePOST /echo HTTP/1.1\r\nHost: a\r\n\
            Transfer-Encoding: chunked\r\n\r\n2\r\ntw\r\n1\r\no\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        )
        .await
        .unwrap();
    assert_eq!(answer(&mut stream).await, (200, "one".to_owned()));
    assert_eq!(answer(&mut stream).await, (200, "two".to_owned()));
    assert_eq!(answer(&mut stream).await, (200, "127.0.0.1".to_owned()));
}

#[tokio::test]
async fn slow_heads_and_idle_connections_are_closed() {
    let server = start(|server| server.header_timeout(SHORT).idle_timeout(SHORT * 3)).await;
    // Not a byte.
    let started = Instant::now();
    let mut silent = server.connect().await;
    assert_eq!(rest(&mut silent).await, "");
    assert!(started.elapsed() < SHORT * 3);
    // A byte now and then does not help.
    let mut slow = server.connect().await;
    let started = Instant::now();
    let (mut reader, mut writer) = slow.split();
    let send = async {
        for byte in b"GET / HTTP/1.1\r\nHost: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        {
            if writer.write_all(&[*byte]).await.is_err() {
                break;
            }
            tokio::time::sleep(SHORT / 4).await;
        }
    };
    let mut bytes = Vec::new();
    tokio::select! { () = send => {}, _ = reader.read_to_end(&mut bytes) => {} }
    assert_eq!(bytes, b"");
    assert!(started.elapsed() < SHORT * 4, "{:?}", started.elapsed());
    // Between requests there is more time, and then the next head is timed again.
    let mut kept = server.connect().await;
    kept.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut kept).await.0, 200);
    tokio::time::sleep(SHORT * 2).await;
    kept.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut kept).await.0, 200);
    let started = Instant::now();
    kept.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    assert_eq!(rest(&mut kept).await, "");
    assert!(started.elapsed() < SHORT * 3, "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_request_under_way_is_not_idle() {
    let server = start(|server| server.header_timeout(SHORT / 2).idle_timeout(SHORT / 2)).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET /wait HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    server.until_waiting(1).await;
    tokio::time::sleep(SHORT * 2).await;
    server.go_on.notify_one();
    assert_eq!(answer(&mut stream).await, (200, "waited".to_owned()));
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let server = start(|server| server.write_timeout(SHORT).max_connections(1)).await;
    let mut stuck = server.connect().await;
    stuck.write_all(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    // There is room for one connection: the second is served once the first is given up.
    let mut second = server.connect().await;
    second.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut second).await.0, 200);
    drop(stuck);
}

#[tokio::test]
async fn connections_are_counted() {
    let server = start(|server| server.max_connections(2)).await;
    let mut first = server.connect().await;
    let mut second = server.connect().await;
    for stream in [&mut first, &mut second] {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert_eq!(answer(stream).await.0, 200);
    }
    let mut third = server.connect().await;
    third.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert!(tokio::time::timeout(SHORT, third.read_u8()).await.is_err());
    drop(first);
    assert_eq!(answer(&mut third).await.0, 200);
}

#[tokio::test]
async fn large_heads_are_refused() {
    let server = start(|server| server.max_header_bytes(8 * 1024).max_headers(10)).await;
    let mut stream = server.connect().await;
    let head = format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n", "x".repeat(9_000));
    stream.write_all(head.as_bytes()).await.unwrap();
    assert!(rest(&mut stream).await.starts_with("HTTP/1.1 431 "));
    let mut stream = server.connect().await;
    let head = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(11));
    stream.write_all(head.as_bytes()).await.unwrap();
    assert!(rest(&mut stream).await.starts_with("HTTP/1.1 431 "));
    let mut stream = server.connect().await;
    stream.write_all(b"no HTTP at all\r\n\r\n").await.unwrap();
    assert!(rest(&mut stream).await.starts_with("HTTP/1.1 400 "));
}

#[tokio::test]
async fn an_answer_before_the_body_arrives() {
    let server = start(|server| server).await;
    let mut stream = server.connect().await;
    let head =
        format!("POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n", 200 * 1024 * 1024);
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&[b'x'; 100 * 1024]).await.unwrap();
    let text = rest(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 200 ") && text.ends_with("not interested"), "{text}");
}

#[tokio::test]
async fn shutdown_completes_what_is_under_way() {
    let mut server = start(|server| server).await;
    let mut busy = server.connect().await;
    busy.write_all(b"GET /wait HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    server.until_waiting(1).await;
    let mut idle = server.connect().await;
    idle.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut idle).await.0, 200);
    let mut silent = server.connect().await;
    tokio::time::sleep(SHORT).await;

    server.stop.take().unwrap().send(()).unwrap();
    assert_eq!(rest(&mut idle).await, "");
    assert_eq!(rest(&mut silent).await, "");
    assert!(TcpStream::connect(server.address).await.is_err());
    assert!(!server.running.is_finished());

    server.go_on.notify_one();
    let text = rest(&mut busy).await;
    assert!(text.starts_with("HTTP/1.1 200 ") && text.ends_with("waited"), "{text}");
    tokio::time::timeout(LONG, server.running).await.expect("still running").unwrap().unwrap();
}

/// A caller that keeps its connection has nothing to be waited for.
#[tokio::test]
async fn shutdown_closes_idle_connections_at_once() {
    let mut server = start(|server| server).await;
    let mut idle = server.connect().await;
    idle.write_all(b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none")
        .await
        .unwrap();
    assert_eq!(answer(&mut idle).await.0, 200);
    let started = Instant::now();
    server.stop.take().unwrap().send(()).unwrap();
    tokio::time::timeout(LONG, server.running).await.expect("still running").unwrap().unwrap();
    assert!(started.elapsed() < Duration::from_millis(500), "{:?}", started.elapsed());
    assert_eq!(rest(&mut idle).await, "");
}

#[tokio::test]
async fn shutdown_does_not_wait_for_ever() {
    let mut server = start(|server| server.shutdown_limit(SHORT)).await;
    let mut busy = server.connect().await;
    busy.write_all(b"GET /wait HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    server.until_waiting(1).await;
    server.stop.take().unwrap().send(()).unwrap();
    tokio::time::timeout(LONG, server.running).await.expect("still running").unwrap().unwrap();
    assert_eq!(rest(&mut busy).await, "");
}

#[tokio::test]
async fn limits_may_be_as_long_as_can_be_said() {
    let most = Duration::MAX;
    let server = start(|server| {
        server.header_timeout(most).idle_timeout(most).write_timeout(most).shutdown_limit(most)
    });
    let server = server.await;
    let mut stream = server.connect().await;
    for _ in 0..2 {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert_eq!(answer(&mut stream).await.0, 200);
    }
}

#[test]
fn a_runtime_without_a_timer_is_refused() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let error = runtime.block_on(async {
        let server = Server::bind("127.0.0.1:0").await.unwrap();
        server.serve(tower::service_fn(nobody)).await.unwrap_err()
    });
    assert!(error.to_string().contains("needs tokio's timer"), "{error}");
}

async fn nobody(
    _: http::Request<hyper::body::Incoming>,
) -> Result<http::Response<String>, std::convert::Infallible> {
    Ok(http::Response::new(String::new()))
}
