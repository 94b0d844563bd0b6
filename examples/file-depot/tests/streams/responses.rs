//! Streams from the server to the client.

use std::time::Duration;

use depot_client::Config;
use depot_client::operation::{GetObjectInput, PutObjectInput};
use depot_server::farrier_runtime::ByteStream;
use depot_server::farrier_runtime::client::Timeouts;
use tokio::io::AsyncReadExt;

use crate::fixture::{SIZE, start};

const BUFFERED: u64 = 32 * 1024 * 1024;

fn get(key: &str) -> GetObjectInput {
    GetObjectInput::new(key)
}

fn whole() -> Vec<u8> {
    vec![7; usize::try_from(SIZE).unwrap()]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_client_slows_down_the_server() {
    let fixture = start(|service| service).await;
    let mut stream = fixture.client().get_object(get("endless")).await.unwrap().body;
    stream.next().await.unwrap().unwrap();
    let taken = fixture.sent().until_still().await;
    assert!(taken < BUFFERED, "{taken} bytes were sent to a client that reads none");
    // It goes on where it was.
    let mut size = 0;
    while size < 2 * taken {
        size += stream.next().await.unwrap().unwrap().len() as u64;
    }
    assert!(fixture.sent().taken() > taken);
    // A client that goes away ends it.
    drop(stream);
    fixture.sent().until_dropped().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_off_or_has_another_length_is_never_complete() {
    let fixture = start(|service| service).await;
    let client = fixture.client();
    for key in ["failing", "too-short", "too-long"] {
        let stream = client.get_object(get(key)).await.unwrap().body;
        stream.collect().await.unwrap_err();
    }
    for (key, length) in [("exact", Some(SIZE)), ("any", None)] {
        let stream = client.get_object(get(key)).await.unwrap().body;
        assert_eq!(stream.length(), length);
        assert_eq!(stream.collect().await.unwrap(), whole());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_in_which_nothing_moves_is_given_up() {
    let fixture = start(|service| service).await;
    let limit = Duration::from_millis(300);
    let config = Config::new().with_timeouts(Timeouts::new().with_idle(limit));
    let stream = fixture.client_with(config).get_object(get("hanging")).await.unwrap().body;
    assert_eq!(stream.collect().await.unwrap_err().to_string(), "nothing has come for 300ms");
    fixture.sent().until_dropped().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_are_readers_and_readers_are_streams() {
    let fixture = start(|service| service).await;
    let client = fixture.client();
    let mut reader = client.get_object(get("any")).await.unwrap().body.into_reader();
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).await.unwrap();
    assert_eq!(bytes, whole());
    let mut reader = client.get_object(get("failing")).await.unwrap().body.into_reader();
    assert!(reader.read_to_end(&mut bytes).await.is_err());
    let stream = ByteStream::from_reader(std::io::Cursor::new(vec![1; 200_000]));
    let stored = client.put_object(PutObjectInput::new("a", stream)).await.unwrap();
    assert_eq!(stored.size, 200_000);
    // From one service to the next, without a byte being held longer than it must be.
    let body = client.get_object(get("any")).await.unwrap().body;
    let stored = client.put_object(PutObjectInput::new("a", body)).await.unwrap();
    assert_eq!(u64::try_from(stored.size).unwrap(), SIZE);
}
