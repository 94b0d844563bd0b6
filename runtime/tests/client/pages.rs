//! Pages and their items, from a service that answers from a list.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use farrier_runtime::client::{
    Config, Error, Operation, OperationMetadata, Paginated, Refused, RepeatedToken, RequestWriter,
    ResponseReader, TimeoutKind,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use futures_core::Stream;

use crate::api::{OPEN, ThingError};
use crate::memory::{Memory, Step};

/// `GET /things?marker=…`, as the generator would print it.
#[derive(Clone, Debug, Default, PartialEq)]
struct ListThings {
    marker: Option<String>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
struct Page {
    next: Option<String>,
    things: Option<Vec<String>>,
}

static PAGE: Structure = Structure::new("Page", &[Member::new("next"), Member::new("things")]);
static INPUT: Structure = Structure::new("ListThings", &[Member::new("marker")]);
static METADATA: OperationMetadata =
    OperationMetadata::new("ListThings", "GET", "/things").readonly();

impl Decode for Page {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PAGE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.next = members.value()?,
                1 => value.things = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Operation for ListThings {
    type Output = Page;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/things");
        if let Some(value) = &self.marker {
            request.query(&INPUT, 0, "marker", value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Page, Halt> {
        response.body()
    }
}

impl Paginated for ListThings {
    type Token = String;
    type Items = Vec<String>;

    fn next_token(output: &Page) -> Option<&String> {
        output.next.as_ref()
    }

    fn set_token(&mut self, token: String) {
        self.marker = Some(token);
    }

    fn items(output: Page) -> Option<Vec<String>> {
        output.things
    }
}

fn memory(bodies: &[&'static str]) -> Memory {
    Memory::new(bodies.iter().map(|body| Step::Answer("200", body)))
}

fn asked(memory: &Memory) -> Vec<String> {
    memory.asked().iter().map(|asked| asked.head.uri.to_string()).collect()
}

#[tokio::test(start_paused = true)]
async fn pages_follow_each_other_until_there_is_no_token() {
    let check = async |bodies: &[&'static str], uris: &[&str], items: &[&str]| {
        let memory = memory(bodies);
        let client = memory.client(&OPEN, Config::new());
        let found = client.call(ListThings::default()).items().try_collect().await.unwrap();
        assert_eq!(found, items);
        let uris: Vec<String> =
            uris.iter().map(|uri| format!("http://localhost/things{uri}")).collect();
        assert_eq!(asked(&memory), uris);
    };
    let (first, second) = (r#"{"things":["a","b"],"next":"t 1"}"#, r#"{"things":["c"]}"#);
    check(&[first, second], &["", "?marker=t%201"], &["a", "b", "c"]).await;
    check(&[second], &[""], &["c"]).await;
    // An empty token is none, and a page without items is no end.
    check(&[r#"{"things":["a"],"next":""}"#], &[""], &["a"]).await;
    check(&[r#"{"next":"x"}"#, r#"{"next":"y"}"#, second], &["", "?marker=x", "?marker=y"], &["c"])
        .await;
    check(&["{}"], &[""], &[]).await;
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_before_it_is_asked_for() {
    let memory = memory(&[r#"{"things":["a","b"],"next":"1"}"#, r#"{"things":["c"]}"#]);
    let client = memory.client(&OPEN, Config::new());
    let mut items = client.call(ListThings::default()).items();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(memory.asked().len(), 0);
    assert_eq!(items.next().await.unwrap().unwrap(), "a");
    assert_eq!(items.try_next().await.unwrap().unwrap(), "b");
    assert_eq!(memory.asked().len(), 1);
    // A stream is the same.
    let stream = async |items: &mut _| {
        poll_fn(|context| Stream::poll_next(Pin::new(&mut *items), context)).await
    };
    assert_eq!(stream(&mut items).await.unwrap().unwrap(), "c");
    assert_eq!(memory.asked().len(), 1);
    assert!(stream(&mut items).await.is_none());
    assert!(items.next().await.is_none());
    assert_eq!(memory.asked().len(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_stream_can_be_moved_to_another_task() {
    let memory = memory(&[r#"{"things":["a"],"next":"1"}"#]);
    let client = memory.client(&OPEN, Config::new());
    let pages = client.call(ListThings::default()).pages();
    drop(client);
    let pages = tokio::spawn(pages.try_collect()).await.unwrap().unwrap();
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].next.as_deref(), Some("1"));
}

#[tokio::test(start_paused = true)]
async fn an_error_ends_the_stream() {
    let memory = Memory::new([
        Step::Answer("200", r#"{"things":["a"],"next":"1"}"#),
        Step::Answer("404", "{}"),
        Step::Answer("200", r#"{"things":["b"]}"#),
    ]);
    let client = memory.client(&OPEN, Config::new());
    let mut items = client.call(ListThings::default()).items();
    assert_eq!(items.next().await.unwrap().unwrap(), "a");
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
    assert!(items.next().await.is_none());
    assert_eq!(memory.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_a_call_sets_applies_to_each_page() {
    let memory = Memory::new([
        Step::Answer("503", ""),
        Step::Answer("200", r#"{"things":["a"],"next":"1"}"#),
        Step::Answer("503", ""),
        Step::Late(Duration::from_secs(4), "200", r#"{"things":["b"],"next":"2"}"#),
        Step::Late(Duration::from_secs(11), "200", "{}"),
    ]);
    let client = memory.client(&OPEN, Config::new());
    let call = client.call(ListThings::default()).retries(1).timeout(Duration::from_secs(10));
    let mut items = call.header("X-Trace", "7").items();
    assert_eq!(items.next().await.unwrap().unwrap(), "a");
    assert_eq!(items.next().await.unwrap().unwrap(), "b");
    let error = items.next().await.unwrap().unwrap_err();
    let Error::Timeout(failure) = &error else { panic!("{error}") };
    assert_eq!(failure.kind(), TimeoutKind::Operation);
    let asked = memory.asked();
    assert_eq!(asked.len(), 5);
    assert!(asked.iter().all(|asked| asked.header("x-trace") == Some("7")));
}

#[tokio::test(start_paused = true)]
async fn a_service_that_repeats_its_token_is_not_asked_for_ever() {
    let bodies: [&'static str; 4] = [
        r#"{"things":["a"],"next":"1"}"#,
        r#"{"things":["b"],"next":"1"}"#,
        r#"{"things":["c"],"next":"1"}"#,
        r#"{"things":["d"]}"#,
    ];
    let memory_of = || memory(&bodies);
    let memory = memory_of();
    let client = memory.client(&OPEN, Config::new());
    let mut pages = client.call(ListThings::default()).pages();
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "ListThings: the answer cannot be read: its token is the one that it was asked for with, so \
         that the pages would never end (status 200)"
    );
    assert!(matches!(error, Error::Decode(_)));
    assert!(pages.next().await.is_none());
    assert_eq!(memory.asked().len(), 2);

    let check = async |repeated, expected: &[&str]| {
        let memory = memory_of();
        let client = memory.client(&OPEN, Config::new());
        let items = client.call(ListThings::default()).items().on_repeated_token(repeated);
        assert_eq!(items.try_collect().await.unwrap(), expected);
        assert_eq!(memory.asked().len(), expected.len());
    };
    check(RepeatedToken::Stop, &["a", "b"]).await;
    check(RepeatedToken::GoOn, &["a", "b", "c", "d"]).await;
}
