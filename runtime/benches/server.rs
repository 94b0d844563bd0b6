//! What a small request costs a server: in memory, and over loopback connections.
//!
//! `cargo bench -p farrier-runtime --features serve --bench server` prints microseconds a request. Over loopback it
//! also says how much CPU the server's thread took, which is the part that does not depend on this file's client.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a benchmark says what went wrong by panicking"
)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use farrier_runtime::server::{Body, Server};
use http::Request;
use sample::api::Api;
use sample::service;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tower::Service;

const BODY: &str = r#"{"Description":"first","Runtimes":["python3.12"],"Size":3}"#;
const IN_MEMORY: u32 = 200_000;
const CONNECTIONS: u32 = 32;
const EACH: u32 = 5_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(in_memory());
    runtime.block_on(over_loopback());
}

async fn in_memory() {
    let mut service = service(Api);
    let mut call = async || {
        let request = Request::post("/functions/resize/versions")
            .header("content-type", "application/json")
            .header("user-agent", "bench")
            .body(Body::from(BODY))
            .unwrap();
        let Ok(response) = service.call(request).await;
        assert_eq!(response.status(), 201);
    };
    for _ in 0..IN_MEMORY / 10 {
        call().await;
    }
    let (started, before) = (Instant::now(), cpu_of_this_thread());
    for _ in 0..IN_MEMORY {
        call().await;
    }
    show("in memory, wall clock", started.elapsed(), IN_MEMORY);
    show("in memory, CPU", cpu_of_this_thread().saturating_sub(before), IN_MEMORY);
}

async fn over_loopback() {
    let (told, address) = mpsc::channel();
    let (ask, asked) = tokio::sync::mpsc::unbounded_channel();
    thread::spawn(move || serve(&told, asked));
    let address = address.recv().unwrap();
    exchange(address, EACH / 10).await;
    let before = cpu(&ask).await;
    let started = Instant::now();
    let connections: Vec<_> =
        (0..CONNECTIONS).map(|_| tokio::spawn(exchange(address, EACH))).collect();
    for connection in connections {
        connection.await.unwrap();
    }
    let elapsed = started.elapsed();
    let used = cpu(&ask).await.saturating_sub(before);
    show("over loopback, 32 at a time, wall clock", elapsed, CONNECTIONS * EACH);
    show("over loopback, CPU of the server's thread", used, CONNECTIONS * EACH);
}

fn show(what: &str, time: Duration, requests: u32) {
    println!("{what}: {:.2} µs a request", time.as_secs_f64() * 1e6 / f64::from(requests));
}

type Question = tokio::sync::oneshot::Sender<Duration>;

async fn cpu(ask: &tokio::sync::mpsc::UnboundedSender<Question>) -> Duration {
    let (answer, answered) = tokio::sync::oneshot::channel();
    ask.send(answer).unwrap();
    answered.await.unwrap()
}

fn serve(
    told: &mpsc::Sender<SocketAddr>,
    mut asked: tokio::sync::mpsc::UnboundedReceiver<Question>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Server::bind("127.0.0.1:0").await.unwrap();
        told.send(server.local_addr().unwrap()).unwrap();
        tokio::spawn(server.serve(service(Api)));
        while let Some(answer) = asked.recv().await {
            answer.send(cpu_of_this_thread()).unwrap();
        }
    });
}

/// Linux only; nothing elsewhere.
fn cpu_of_this_thread() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    Duration::from_nanos(nanos.unwrap_or(0))
}

/// Sends requests one after the other, and takes the answers without looking at them closely.
async fn exchange(address: SocketAddr, requests: u32) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let request = format!(
        "POST /functions/resize/versions HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\n\
        Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{BODY}",
        BODY.len()
    );
    let mut buffer = vec![0; 4096];
    for _ in 0..requests {
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut length = 0;
        while !buffer[..length].ends_with(b"]}") {
            let read = stream.read(&mut buffer[length..]).await.unwrap();
            assert!(read > 0);
            length += read;
        }
        assert!(buffer.starts_with(b"HTTP/1.1 201 "));
    }
}
