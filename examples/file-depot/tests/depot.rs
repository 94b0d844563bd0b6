//! What is put into a depot of files can be got again; what does not arrive whole is not there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod pattern;

use std::path::Path;
use std::time::Duration;

use depot_client::operation::{
    GetObjectError, GetObjectInput, ImportLogInput, PutObjectInput, PutPartInput,
};
use depot_client::{Client, Config, Error};
use depot_server::Server;
use depot_server::farrier_runtime::ByteStream;
use file_depot::FileDepot;
use http::Request;
use tokio::io::AsyncWriteExt;
use tower::ServiceExt;

use pattern::{count, pattern};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_can_be_got_again() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    tokio::spawn(server.serve(depot_server::service(FileDepot::open(directory.path()).unwrap())));
    let client = Client::new(Config::new().with_endpoint(url));

    for (size, content_type) in [(5_000_000, Some("image/png")), (0, None), (7, Some("text/plain"))]
    {
        let mut input = PutObjectInput::new("holiday.1", pattern(size));
        input.content_type = content_type.map(str::to_owned);
        let stored = client.put_object(input).await.unwrap();
        assert_eq!(u64::try_from(stored.size), Ok(size));
        let given = client.get_object(GetObjectInput::new("holiday.1")).await.unwrap();
        // A body without a type is sent as bytes of any kind.
        let expected = content_type.unwrap_or("application/octet-stream");
        assert_eq!(given.content_type.as_deref(), Some(expected));
        assert_eq!(given.body.length(), Some(size));
        assert_eq!(count(given.body).await, Ok(size));
    }

    let error = client.get_object(GetObjectInput::new("holiday.2")).await.unwrap_err();
    let Error::Service(error) = error else { panic!("{error}") };
    assert!(matches!(error.error(), GetObjectError::NoSuchObject(_)), "{error}");

    let part = PutPartInput::new("holiday.1", 3, pattern(70_000).with_length(70_000));
    assert_eq!(client.put_part(part).await.unwrap().size, 70_000);
    let log = ImportLogInput::new(pattern(80_000));
    assert_eq!(client.import_log(log).await.unwrap().size, 80_000);
    for (file, size) in [("parts/holiday.1/3", 70_000), ("log", 80_000)] {
        let bytes = std::fs::read(directory.path().join(file)).unwrap();
        assert_eq!(count(ByteStream::new(bytes)).await, Ok(size));
    }
    assert_eq!(unfinished(directory.path()), 0);
}

#[tokio::test]
async fn what_does_not_arrive_whole_is_the_callers_fault_and_not_there() {
    let directory = tempfile::tempdir().unwrap();
    let service = depot_server::service(FileDepot::open(directory.path()).unwrap());
    let long = service.clone().stream_limit(1_000);
    for (service, body) in [(service, pattern(1_000).with_length(1_001)), (long, pattern(1_001))] {
        let response = service.oneshot(put("a", body)).await.unwrap();
        assert_eq!(response.status(), 400);
        assert_eq!(response.headers()["x-amzn-errortype"], "IncompleteBody");
        assert!(!directory.path().join("objects/a").exists());
        assert_eq!(unfinished(directory.path()), 0);
    }
}

#[tokio::test]
async fn what_nobody_waits_for_is_removed() {
    let directory = tempfile::tempdir().unwrap();
    let service = depot_server::service(FileDepot::open(directory.path()).unwrap());
    let (mut writer, reader) = tokio::io::duplex(64);
    writer.write_all(b"the beginning").await.unwrap();
    let request = put("a", ByteStream::from_reader(reader));
    let call = tokio::spawn(service.oneshot(request));
    until(|| unfinished(directory.path()) == 1).await;
    call.abort();
    until(|| unfinished(directory.path()) == 0).await;
    assert!(!directory.path().join("objects/a").exists());
}

#[tokio::test]
async fn two_depots_share_a_directory() {
    let directory = tempfile::tempdir().unwrap();
    let [one, other] = [(); 2].map(|()| FileDepot::open(directory.path()).unwrap());
    let (one, other) = (depot_server::service(one), depot_server::service(other));
    let (mut writer, reader) = tokio::io::duplex(64);
    writer.write_all(b"one, ").await.unwrap();
    let call = tokio::spawn(one.clone().oneshot(put("one", ByteStream::from_reader(reader))));
    until(|| unfinished(directory.path()) == 1).await;
    let response = other.clone().oneshot(put("other", "the other".into())).await.unwrap();
    assert_eq!(response.status(), 200);
    writer.write_all(b"and only").await.unwrap();
    drop(writer);
    assert_eq!(call.await.unwrap().unwrap().status(), 200);

    // Each gives what the other one took.
    let [one, other] = [one, other].map(|service| Client::new(Config::new().with_service(service)));
    for (client, key, expected) in [(other, "one", "one, and only"), (one, "other", "the other")] {
        let given = client.get_object(GetObjectInput::new(key)).await.unwrap();
        assert_eq!(given.body.collect().await.unwrap(), expected);
    }
}

fn put(key: &str, body: ByteStream) -> Request<ByteStream> {
    Request::put(format!("/objects/{key}")).body(body).unwrap()
}

/// How many files there are of which nobody knows yet whether they will be objects.
fn unfinished(depot: &Path) -> usize {
    std::fs::read_dir(depot.join("unfinished")).unwrap().count()
}

/// Waits for something that ought to happen soon.
async fn until(happened: impl Fn() -> bool) {
    for _ in 0..2_000 {
        if happened() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it has not happened in 10 seconds");
}
