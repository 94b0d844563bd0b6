//! What is sent, and what is refused before.

use std::collections::BTreeMap;

use farrier_runtime::auth::{Credentials, StaticCredentials};
use farrier_runtime::client::{
    Client, Config, Error, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    with_idempotency_token,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::{Blob, ByteStream};
use http::Method;

use crate::api::{KEYED, MakeThing, OPEN, PutThing, SERVICE, Sum, Thing, ThingError};
use crate::memory::{Memory, Step};

fn map(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn every_part_of_a_request_and_of_an_answer() {
    let memory = Memory::new([Step::Answer(
        "201 | ETag: \"x\" | x-meta-a: 1 | X-Amzn-RequestId: r-1",
        r#"{"id":7}"#,
    )]);
    let config = Config::new().with_endpoint("http://h.example:80/base/").with_app_name("shop");
    let client = memory.client(&OPEN, config);
    let input = PutThing {
        name: "a b/ü".to_owned(),
        path: "x/y z".to_owned(),
        note: Some("noted".to_owned()),
        tags: vec!["1".to_owned(), "&2".to_owned()],
        params: map(&[("tag", "lost"), ("more", "a=b")]),
        meta: map(&[("Colour", "red")]),
        token: None,
        size: Some(3),
    };
    let call = with_idempotency_token("T", || client.call(input).send_with_metadata());
    let answered = call.await.unwrap();
    let expected = Thing {
        id: Some(7),
        etag: Some("\"x\"".to_owned()),
        meta: map(&[("a", "1")]),
        status: 201,
    };
    assert_eq!(answered.output, expected);
    assert_eq!(answered.metadata.status, 201);
    assert_eq!(answered.metadata.request_id.as_deref(), Some("r-1"));
    assert_eq!(answered.metadata.attempts, 1);

    let asked = memory.asked();
    let asked = &asked[0];
    assert_eq!(asked.head.method, Method::PUT);
    assert_eq!(
        asked.head.uri,
        "http://h.example:80/base/things/a%20b%2F%C3%BC/x/y%20z?fixed&tag=1&tag=%262&more=a%3Db"
    );
    assert_eq!(&asked.body[..], br#"{"token":"T","size":3}"#);
    let agent = format!(
        "farrier/{} Open/1 os/{} app/shop",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS
    );
    for (name, value) in [
        ("host", Some("h.example")),
        ("content-type", Some("application/json")),
        ("accept", Some("application/json, */*;q=0.1")),
        ("x-note", Some("noted")),
        ("x-meta-colour", Some("red")),
        ("user-agent", Some(&*agent)),
        ("authorization", None),
        ("amz-sdk-request", None),
    ] {
        assert_eq!(asked.header(name), value, "{name}");
    }
}

#[tokio::test]
async fn a_request_without_a_body() {
    let memory = Memory::default();
    memory.client(&OPEN, Config::new()).call(MakeThing).await.unwrap();
    let asked = memory.asked();
    assert_eq!(asked[0].header("content-type"), None);
    assert_eq!(asked[0].body.len(), 0);
}

#[tokio::test]
async fn what_aws_services_are_sent() {
    let memory = Memory::new([Step::Answer("503", "{}")]);
    let credentials = Credentials::new("AKID", "secret").with_session_token("t0ken");
    let config = Config::new().with_region("eu-west-1").with_credentials(credentials);
    let client = memory.client(&SERVICE, config);
    let input = PutThing::new("a", "b");
    tokio::time::pause();
    client.call(input).header("X-Extra", "1").await.unwrap();
    let asked = memory.asked();
    assert_eq!(asked.len(), 2);
    let id = asked[0].header("amz-sdk-invocation-id");
    assert!(id.is_some());
    for (attempt, asked) in asked.iter().enumerate() {
        let progress = format!("attempt={}; max=3", attempt + 1);
        assert_eq!(asked.header("amz-sdk-request"), Some(&*progress));
        assert_eq!(asked.header("amz-sdk-invocation-id"), id);
        assert_eq!(asked.header("x-amz-security-token"), Some("t0ken"));
        let authorization = asked.header("authorization").unwrap();
        let signed = "content-type;host;x-amz-date;x-amz-security-token;x-extra";
        assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKID/"), "{authorization}");
        assert!(authorization.contains("/eu-west-1/things/aws4_request, "), "{authorization}");
        assert!(authorization.contains(&format!("SignedHeaders={signed}, ")), "{authorization}");
    }
    let shown = format!("{:?}", asked[0].head);
    assert!(!shown.contains("Signature=") && !shown.contains("t0ken"), "{shown}");
}

#[tokio::test]
async fn host_prefixes_checksums_and_unsigned_payloads() {
    let memory = Memory::default();
    let config = Config::new()
        .with_endpoint("https://h.example")
        .with_region("eu-west-1")
        .with_credentials(StaticCredentials::new("AKID", "secret"));
    let client = memory.client(&SERVICE, config);
    let sum = |account: &str| Sum { account: account.to_owned(), data: Blob::new("hello") };
    client.call(sum("me-1")).await.unwrap();
    let asked = memory.asked();
    assert_eq!(asked[0].head.uri, "https://me-1.data.h.example/sum");
    for (name, value) in [
        ("host", "me-1.data.h.example"),
        ("content-type", "text/x-data"),
        ("content-md5", "XUFAKrxLKna5cZ2REBfFkg=="),
        ("x-amz-content-sha256", "UNSIGNED-PAYLOAD"),
    ] {
        assert_eq!(asked[0].header(name), Some(value), "{name}");
    }
    for account in ["", "a.b", "a/b", "evil.example#"] {
        let error = client.call(sum(account)).await.unwrap_err().to_string();
        assert_eq!(error, "Sum: not sent: `account` cannot be part of a host's name", "{account}");
    }
}

#[tokio::test]
async fn the_first_scheme_that_is_configured_is_used() {
    let check = async |config: Config, header: (&str, Option<&str>), query: &str| {
        let memory = Memory::default();
        memory.client(&KEYED, config).call(PutThing::new("a", "b")).await.unwrap();
        let asked = memory.asked();
        assert_eq!(asked[0].header(header.0), header.1);
        assert_eq!(asked[0].head.uri.query(), Some(query));
    };
    let new = Config::new;
    let all = || new().with_basic("me", "pass:word").with_api_key("k&1");
    let basic = "Basic bWU6cGFzczp3b3Jk";
    check(all().with_bearer_token("t"), ("authorization", Some("Bearer t")), "fixed").await;
    check(all(), ("authorization", Some(basic)), "fixed").await;
    check(new().with_api_key("k&1"), ("x-api-key", Some("k&1")), "fixed").await;
    let named = new().with_named_api_key("authorization", "k");
    check(named, ("authorization", Some("Key k")), "fixed").await;
    check(new().with_named_api_key("key", "k&1"), ("authorization", None), "fixed&key=k%261").await;
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused() {
    let memory = Memory::default();
    let check =
        async |client: &Client, input: PutThing, expected: &str| match client.call(input).await {
            Err(Error::Refused(refused)) => {
                assert_eq!(refused.to_string(), format!("PutThing: not sent: {expected}"));
            }
            other => panic!("{other:?} instead of {expected}"),
        };
    let open = memory.client(&OPEN, Config::new());
    let good = || PutThing::new("a", "b");
    let noted = |note: &str| PutThing { note: Some(note.to_owned()), ..good() };
    let meta = |name: &str, value: &str| PutThing { meta: map(&[(name, value)]), ..good() };
    check(&open, PutThing::new("", "b"), "`name` is part of the path and empty").await;
    check(&open, PutThing::new("a", ""), "`path` is part of the path and empty").await;
    check(&open, PutThing::new("..", "b"), "`name` is part of the path and `..`").await;
    check(&open, PutThing::new(".", "b"), "`name` is part of the path and `.`").await;
    let control =
        |name: &str| format!("the value of the header `{name}` holds a control character");
    check(&open, noted("a\r\nX-Evil: 1"), &control("x-note")).await;
    check(&open, noted("a\nb"), &control("x-note")).await;
    check(&open, noted("a\0b"), &control("x-note")).await;
    let blank = "the value of the header `x-note` begins or ends with a blank, which HTTP strips";
    for note in [" a", "a ", "\ta", "a\t", " "] {
        check(&open, noted(note), blank).await;
    }
    check(&open, meta("a", "1\r\n\r\nGET /"), &control("x-meta-a")).await;
    check(&open, meta("a: 1\r\nb", "1"), r"`x-meta-a: 1\r\nb` is no header name").await;

    let error = open.call(good()).header("Content-Length", "0").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "PutThing: not sent: the header `Content-Length` belongs to the connection"
    );
    let error = open.call(good()).header("x", "1\r\n").await.unwrap_err();
    assert_eq!(error.to_string(), format!("PutThing: not sent: {}", control("x")));

    let none = memory.client(&SERVICE, Config::new());
    let needs = "the operation needs AWS Signature Version 4 (`Config::with_credentials`)";
    check(&none, good(), needs).await;
    let credentials = || Config::new().with_credentials(StaticCredentials::new("a", "b"));
    let nowhere = memory.client(&SERVICE, credentials());
    check(&nowhere, good(), "there is no region: set one with `Config::with_region`").await;
    let wrong = memory.client(&SERVICE, credentials().with_region("a.b/c"));
    check(&wrong, good(), "`a.b/c` is no region").await;
    let keyed = memory.client(&KEYED, Config::new());
    check(
        &keyed,
        good(),
        "the operation needs a bearer token (`Config::with_bearer_token`), or a user name and \
         password (`Config::with_basic`), or an API key in the header `X-Api-Key` \
         (`Config::with_api_key`), or an API key in the header `Authorization` \
         (`Config::with_api_key`), or an API key in the query parameter `key` \
         (`Config::with_api_key`)",
    )
    .await;
    let split = memory.client(&KEYED, Config::new().with_bearer_token("a\r\nb"));
    check(&split, good(), "the bearer token holds a control character").await;
    let split = memory.client(&KEYED, Config::new().with_api_key("a\r\nb"));
    check(&split, good(), "the API key holds a control character").await;
    assert_eq!(memory.asked().len(), 0);
}

/// A body of unknown length.
struct Unknown;

impl http_body::Body for Unknown {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
        std::task::Poll::Ready(None)
    }
}

/// A member bound to the header that is named first.
struct Framed(&'static str, ByteStream);

impl Operation for Framed {
    type Output = ByteStream;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        static FRAMED: OperationMetadata =
            OperationMetadata::new("Framed", "POST", "/framed").streaming_input().requires_length();
        &FRAMED
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        static INPUT: Structure = Structure::new("Framed", &[Member::new("value")]);
        request.literal("/framed");
        request.header(&INPUT, 0, self.0, &5_i64)?;
        request.stream_payload(None, std::mem::take(&mut self.1));
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<ByteStream, Halt> {
        Ok(response.stream())
    }
}

#[tokio::test]
async fn members_do_not_frame_requests() {
    let memory = Memory::default();
    let client = memory.client(&OPEN, Config::new());
    for name in
        ["Host", "transfer-encoding", "Connection", "TE", "Trailer", "Upgrade", "Keep-Alive"]
    {
        let refused = client.call(Framed(name, ByteStream::default())).request().unwrap_err();
        let expected = format!("the header `{name}` belongs to the connection");
        assert_eq!(refused.message(), expected);
    }
    let check = |stream: ByteStream, length: u64| {
        let request = client.call(Framed("Content-Length", stream)).request().unwrap();
        assert_eq!(request.headers().get("content-length"), None);
        assert_eq!(http_body::Body::size_hint(request.body()).exact(), Some(length));
    };
    check(ByteStream::new("123"), 3);
    // A stream that does not say how long it is has the member's length.
    check(ByteStream::from_body(Unknown), 5);
}

#[tokio::test]
async fn a_call_can_be_looked_at_without_being_sent() {
    let memory = Memory::default();
    let client = memory.client(&OPEN, Config::new());
    let request = client.call(PutThing::new("a", "b")).request().unwrap();
    assert_eq!(request.uri().path(), "/things/a/b");
    let refused = client.call(PutThing::new("", "b")).request().unwrap_err().to_string();
    assert_eq!(refused, "PutThing: not sent: `name` is part of the path and empty");
    assert_eq!(memory.asked().len(), 0);
}

/// No runtime, no timers: in memory a call needs neither.
#[test]
fn without_a_runtime() {
    struct Woken;
    impl std::task::Wake for Woken {
        fn wake(self: std::sync::Arc<Self>) {}
    }
    let memory = Memory::new([Step::Answer("500", "{}")]);
    let client = memory.client(&OPEN, Config::new());
    let waker = std::sync::Arc::new(Woken).into();
    let mut context = std::task::Context::from_waker(&waker);
    for success in [false, true] {
        let call = std::pin::pin!(client.call(PutThing::new("a", "b")).send());
        match call.poll(&mut context) {
            std::task::Poll::Ready(result) => assert_eq!(result.is_ok(), success),
            std::task::Poll::Pending => panic!("it waits"),
        }
    }
}
