//! A service over real sockets.
#![cfg(feature = "serve")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by panicking"
)]

mod sample;

use std::time::Duration;

use farrier_runtime::server::Server;
use sample::api::Api;
use sample::service;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const JSON: &str = "Content-Type: application/json";

#[tokio::test]
async fn refusals_leave_the_connection_usable() {
    let server = Server::bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    let service = service(Api)
        .body_limit(30)
        .body_timeout(Duration::from_millis(200))
        .on_internal_failure(|_, _| {});
    let running = tokio::spawn(server.serve(service));
    let connect = async || TcpStream::connect(address).await.unwrap();
    let post = |name: &str, rest: &str| {
        format!("POST /functions/{name}/versions HTTP/1.1\r\nHost: a\r\n{JSON}\r\n{rest}")
    };
    let rest = async |stream: &mut TcpStream| {
        let mut text = String::new();
        let read = stream.read_to_string(&mut text);
        tokio::time::timeout(Duration::from_secs(20), read)
            .await
            .expect("not closed in time")
            .unwrap();
        text
    };

    // One after the other on one connection: a panic, what is too long, what is fine.
    let mut stream = connect().await;
    let requests = [
        post("panic", "Content-Length: 2\r\n\r\n{}"),
        post("big", "Content-Length: 31\r\n\r\n{\"Description\":\"1234567890123\"}"),
        post("fine", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"),
        post("last", "Connection: close\r\nContent-Length: 0\r\n\r\n"),
    ];
    stream.write_all(requests.concat().as_bytes()).await.unwrap();
    let text = rest(&mut stream).await;
    let lines = text.split("HTTP/1.1 ").skip(1);
    let statuses: Vec<_> = lines.map(|answer| answer.get(..3).unwrap_or_default()).collect();
    assert_eq!(statuses, ["500", "413", "201", "201"], "{text}");
    assert!(text.contains("\r\nx-amzn-errortype: InternalFailure\r\n"), "{text}");

    // A body that goes on and on.
    let mut stream = connect().await;
    stream.write_all(post("big", "Transfer-Encoding: chunked\r\n\r\n").as_bytes()).await.unwrap();
    for _ in 0..1000 {
        if stream.write_all(b"10\r\n0123456789abcdef\r\n").await.is_err() {
            break;
        }
    }
    let text = rest(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 413 "), "{text}");

    // A body that stops: silently, and with the connection.
    let mut stream = connect().await;
    stream.write_all(post("slow", "Content-Length: 9\r\n\r\n{").as_bytes()).await.unwrap();
    let text = rest(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 408 ") && text.contains("connection: close"), "{text}");
    let mut stream = connect().await;
    stream.write_all(post("cut", "Content-Length: 9\r\n\r\n{").as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let text = rest(&mut stream).await;
    assert!(text.is_empty() || text.starts_with("HTTP/1.1 400 "), "{text}");

    // Who asks first is told before the body is sent.
    let mut stream = connect().await;
    let head = "Expect: 100-continue\r\nContent-Length: 31\r\n\r\n";
    stream.write_all(post("big", head).as_bytes()).await.unwrap();
    let text = rest(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 413 "), "{text}");

    // HEAD is not implied, and its answer has no body.
    let mut stream = connect().await;
    stream
        .write_all(b"HEAD /files/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let text = rest(&mut stream).await;
    assert!(
        text.starts_with("HTTP/1.1 405 ")
            && text.contains("\r\nallow: PUT\r\n")
            && text.ends_with("\r\n\r\n"),
        "{text}"
    );
    running.abort();
}
