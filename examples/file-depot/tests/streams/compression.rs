//! Requests in gzip.

use std::io::Write;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use depot_client::Config;
use depot_client::operation::{ImportLogInput, ImportRecordsInput, PutPartInput};
use depot_client::types::Record;
use depot_server::farrier_runtime::ByteStream;
use depot_server::farrier_runtime::client::RequestBody;
use flate2::Compression;
use flate2::write::GzEncoder;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::bodies::{Then, body};
use crate::fixture::{Fixture, PIECES, SIZE, start};

fn records(count: usize) -> ImportRecordsInput {
    ImportRecordsInput::new((0..count).map(|number| Record::new(format!("record {number}"))))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn large_bodies_are_compressed_and_small_ones_are_not() {
    let fixture = start(|service| service).await;
    let check = async |config: Config, count: usize, compressed: bool| {
        let client = fixture.client_with(config);
        let request = client.import_records(records(count)).request().unwrap();
        let encoding = request.headers().get("content-encoding");
        assert_eq!(encoding.map(|value| value.as_bytes()), compressed.then_some(&b"gzip"[..]));
        let size = request.body().in_memory().unwrap().len();
        assert_eq!(request.body().in_memory().unwrap().starts_with(b"\x1f\x8b"), compressed);
        let answer = client.import_records(records(count)).await.unwrap();
        assert_eq!(answer.count, i32::try_from(count).unwrap());
        assert_eq!(fixture.received().await, Ok(count));
        size
    };
    check(Config::new(), 10, false).await;
    let compressed = check(Config::new(), 100_000, true).await;
    let plain = check(Config::new().with_request_compression(false), 100_000, false).await;
    assert!(compressed * 4 < plain, "{compressed} of {plain}");
    check(Config::new().with_min_compression_size(0), 10, true).await;
    check(Config::new().with_min_compression_size(plain), 100_000, true).await;
    check(Config::new().with_min_compression_size(plain + 1), 100_000, false).await;
    let refused = fixture.client_with(Config::new().with_min_compression_size(10_485_761));
    let error = refused.import_records(records(1)).await.unwrap_err();
    assert!(error.to_string().contains("above 10485760"), "{error}");
    // What the call says of its own encodings comes first.
    let client = fixture.client();
    let request = client.import_records(records(100_000));
    let request = request.header("Content-Encoding", "custom").request().unwrap();
    assert_eq!(request.headers()["content-encoding"], "custom, gzip");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_are_compressed_as_they_go() {
    let fixture = start(|service| service.stream_limit(SIZE)).await;
    let client = fixture.client();
    let log = |stream| client.import_log(ImportLogInput::new(stream));
    let size = |size: u64| i64::try_from(size).unwrap();
    // Whatever the length, and whether it is known or not.
    assert_eq!(log(body(1, Then::Ends).0).await.unwrap().size, 65_536);
    assert_eq!(log(body(1, Then::Ends).0.with_length(65_536)).await.unwrap().size, 65_536);
    assert_eq!(log(body(PIECES, Then::Ends).0).await.unwrap().size, size(SIZE));
    // It is what the stream becomes that is limited.
    let error = log(body(PIECES + 1, Then::Ends).0).await.unwrap_err();
    assert!(error.to_string().contains("longer than allowed"), "{error}");
    // What there is arrives, though the stream pauses.
    for _ in 0..4 {
        let _ = fixture.received().await;
    }
    let (stream, fate) = body(1, Then::Hangs);
    let waiting = tokio::spawn(log(stream).send());
    fate.until_still().await;
    waiting.abort();
    let error = fixture.received().await.unwrap_err();
    assert_eq!(fixture.state.read.load(Ordering::SeqCst), 65_536, "{error}");
    // A stream that breaks off is not complete, compressed or not.
    assert!(log(body(PIECES, Then::Fails).0).await.unwrap_err().to_string().contains("the disk"));
    let error = log(body(PIECES, Then::Ends).0.with_length(SIZE + 1)).await.unwrap_err();
    assert!(error.to_string().contains("ended after 4194304 of the 4194305 bytes"), "{error}");
    // What is all in memory too, but for nothing at all.
    let encoding = |request: http::Request<RequestBody>| {
        request.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned())
    };
    let small = ByteStream::from("small");
    assert_eq!(encoding(log(small).request().unwrap()).as_deref(), Some("gzip"));
    assert_eq!(encoding(log(ByteStream::default()).request().unwrap()), None);
    // The length that a service must be told is that of what is sent.
    let part = |stream| client.put_part(PutPartInput::new("a", 1, stream));
    let large = || ByteStream::from(vec![7; 20_000]);
    assert_eq!(encoding(part(large()).request().unwrap()), None);
    assert_eq!(part(large()).await.unwrap().size, 20_000);
}

/// The status and body of the answer to a request with these headers and this body.
async fn post(
    fixture: &Fixture,
    headers: &str,
    body: &[u8],
    chunk: Option<usize>,
) -> (u16, String) {
    let mut socket = TcpStream::connect(fixture.address).await.unwrap();
    let length = match chunk {
        Some(_) => "Transfer-Encoding: chunked".to_owned(),
        None => format!("Content-Length: {}", body.len()),
    };
    let head = format!(
        "POST /records HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n{headers}{length}\r\n\r\n"
    );
    let mut request = Bytes::from(head).to_vec();
    match chunk {
        None => request.extend_from_slice(body),
        Some(size) => {
            for chunk in body.chunks(size) {
                request.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
                request.extend_from_slice(chunk);
                request.extend_from_slice(b"\r\n");
            }
            request.extend_from_slice(b"0\r\n\r\n");
        }
    }
    // The server may answer before it has everything.
    let _ = socket.write_all(&request).await;
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_takes_and_what_it_refuses() {
    let fixture = start(|service| service).await;
    let json = br#"{"records":[{"name":"a"},{"name":"b"}]}"#;
    let taken = (200, r#"{"count":2}"#.to_owned());
    let halves = [gzip(&json[..10]), gzip(&json[10..])].concat();
    let whole = gzip(json);
    for (headers, body) in [
        ("", &json[..]),
        ("Content-Encoding: identity\r\n", json),
        ("Content-Encoding: gzip\r\n", &whole),
        ("Content-Encoding: X-GZip\r\n", &whole),
        ("Content-Encoding: identity\r\nContent-Encoding: gzip\r\n", &whole),
        ("Content-Encoding: gzip\r\n", &halves),
    ] {
        for chunk in [None, Some(1), Some(7)] {
            assert_eq!(post(&fixture, headers, body, chunk).await, taken, "{headers}");
            assert_eq!(fixture.received().await, Ok(2));
        }
    }
    let cut = &whole[..whole.len() - 1];
    let mut wrong = whole.clone();
    wrong[20] ^= 0x55;
    let long = [&whole[..], b"and more"].concat();
    for (headers, body, status, message) in [
        ("Content-Encoding: br\r\n", &json[..], 415, "`br` is not supported: use gzip, or none"),
        ("Content-Encoding: br, gzip\r\n", &whole, 415, "`br` is not supported"),
        ("Content-Encoding: gzip, br\r\n", &whole, 415, "`br` is not supported"),
        ("Content-Encoding: gzip\r\n", json, 400, "the body is not gzip"),
        ("Content-Encoding: gzip\r\n", cut, 400, "the body is not gzip"),
        ("Content-Encoding: gzip\r\n", &wrong, 400, "the body is not gzip"),
        ("Content-Encoding: gzip\r\n", &long, 400, "the body is not gzip"),
        ("", &whole, 400, ""),
    ] {
        for chunk in [None, Some(7)] {
            let (answered, text) = post(&fixture, headers, body, chunk).await;
            assert_eq!(answered, status, "{headers}{text}");
            assert!(text.contains(message), "{text}");
        }
    }
}

/// A few kilobytes that would become four times what a body may have.
#[tokio::test(flavor = "multi_thread")]
async fn bombs_do_not_go_off() {
    let fixture = start(|service| service).await;
    let bomb = gzip(&vec![b' '; 24 * 1024 * 1024]);
    assert!(bomb.len() < 50_000);
    for chunk in [None, Some(1_000)] {
        let (status, text) = post(&fixture, "Content-Encoding: gzip\r\n", &bomb, chunk).await;
        assert_eq!(status, 413, "{text}");
    }
    let twice = gzip(&bomb);
    let (status, text) = post(&fixture, "Content-Encoding: gzip, gzip\r\n", &twice, None).await;
    assert_eq!(status, 415, "{text}");
}
