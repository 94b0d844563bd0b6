//! The API that has values of every kind, in bodies, headers, queries, labels and wherever else they can travel.

use std::any::Any;
use std::convert::Infallible;
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use kinds_client::farrier_runtime::client::{RequestBody, RetryConfig};
use kinds_client::{Client, Config, Error};
use kinds_server::operation::*;
use kinds_server::types::{Broken, Refused};
use kinds_server::{Context, Kinds};
use serde::Serialize;
use serde_json::json;

use crate::arbitrary::{Choices, Model, value};
use crate::{Shown, block_on, for_all, shown};

pub(crate) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read("kinds", None));

/// A server that remembers what it is asked, and answers what it is told.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    seen: Arc<Mutex<Option<Shown>>>,
    answer: Arc<Mutex<Option<Box<dyn Any + Send>>>>,
}

impl Recorder {
    fn record<I: Serialize + Debug, A: 'static>(&self, input: &I) -> A {
        *self.seen.lock().expect("the input") = Some(shown(input));
        let answer = self.answer.lock().expect("the answer").take().expect("an answer");
        *answer.downcast().expect("an answer of this operation")
    }

    /// A client of this server, which answers so once.
    pub(crate) fn client<A: Send + 'static>(&self, answer: A) -> Client {
        *self.answer.lock().expect("the answer") = Some(Box::new(answer));
        let service = kinds_server::service(self.clone());
        Client::new(Config::new().with_retry(RetryConfig::disabled()).with_service(service))
    }

    pub(crate) fn seen(&self) -> Option<Shown> {
        self.seen.lock().expect("the input").take()
    }
}

macro_rules! operations {
    ($($operation:ident: $input:ident => $output:ty, $error:ty;)+) => {
        impl Kinds for Recorder {
            $(async fn $operation(&self, input: $input, _: &Context) -> Result<$output, $error> {
                self.record(&input)
            })+
        }

        $(#[test]
        fn $operation() {
            for_all(|numbers| {
                let choices = Choices::new(numbers);
                let input: kinds_client::operation::$input = value(&choices, MODEL.input(stringify!($operation)));
                let output: $output = value(&choices, MODEL.output(stringify!($operation)));
                let (sent, told) = (shown(&input), shown(&output));
                let arriving = arriving(stringify!($operation), sent.clone());
                let returning = returning(stringify!($operation), told);
                let recorder = Recorder::default();
                let client = recorder.client::<Result<$output, $error>>(Ok(output));
                let got = block_on(async { client.$operation(input).await });
                let got = got.unwrap_or_else(|error| panic!("{error}\n{}", sent.0));
                assert_eq!(recorder.seen(), Some(arriving));
                assert_eq!(shown(&got), returning);
            });
        })+
    };
}

operations! {
    bodies: BodiesInput => BodiesOutput, BodiesError;
    headers: HeadersInput => HeadersOutput, HeadersError;
    queries: QueriesInput => (), QueriesError;
    query_maps: QueryMapsInput => (), QueryMapsError;
    query_strings: QueryStringsInput => (), QueryStringsError;
    labels: LabelsInput => (), LabelsError;
    hosts: HostsInput => (), HostsError;
    defaults: DefaultsInput => DefaultsOutput, DefaultsError;
    blob_payload: BlobPayloadInput => BlobPayloadOutput, BlobPayloadError;
    text_payload: TextPayloadInput => TextPayloadOutput, TextPayloadError;
    enum_payload: EnumPayloadInput => EnumPayloadOutput, EnumPayloadError;
    structure_payload: StructurePayloadInput => StructurePayloadOutput, StructurePayloadError;
    union_payload: UnionPayloadInput => UnionPayloadOutput, UnionPayloadError;
    document_payload: DocumentPayloadInput => DocumentPayloadOutput, DocumentPayloadError;
    statuses: StatusesInput => StatusesOutput, StatusesError;
}

/// What an operation's input is when it arrives. A map of the query's parameters has those too that have a member of their own.
fn arriving(operation: &str, (mut sent, floats): Shown) -> Shown {
    let own = match operation {
        "query_maps" => json!([sent["own"]]),
        "query_strings" => sent["own"].clone(),
        _ => return (sent, floats),
    };
    if !sent["own"].is_null() {
        sent["others"]["own"] = own;
    }
    (sent, floats)
}

/// What an output or error is when it arrives. Nothing tells no map of headers at all from one without entries.
fn returning(name: &str, (mut told, floats): Shown) -> Shown {
    let map = match name {
        "headers" => &mut told["prefixed"],
        "refused" => &mut told["reasons"],
        _ => return (told, floats),
    };
    if map.is_null() {
        *map = json!({});
    }
    (told, floats)
}

macro_rules! error {
    ($test:ident: $error:ident) => {
        #[test]
        fn $test() {
            for_all(|numbers| {
                let error: $error = value(&Choices::new(numbers), MODEL.error(stringify!($error)));
                let told = returning(stringify!($test), shown(&error));
                let answer: Result<StatusesOutput, StatusesError> = Err(error.into());
                let client = Recorder::default().client(answer);
                let input = kinds_client::operation::StatusesInput::new();
                let got = block_on(async { client.statuses(input).await }).expect_err("an error");
                let Error::Service(got) = got else { panic!("{got}\n{}", told.0) };
                match got.into_error() {
                    kinds_client::operation::StatusesError::$error(got) => {
                        assert_eq!(shown(&got), told)
                    }
                    got => panic!("{got:?}"),
                }
            });
        }
    };
}

error!(refused: Refused);
error!(broken: Broken);

/// Not every text can be a header. What cannot is refused; nothing arrives as something else, but that the case of names counts
/// for nothing.
#[test]
fn texts_are_sent_in_headers_as_they_are_or_not_at_all() {
    let (sent, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    for_all(|numbers| {
        let choices = Choices::new(numbers);
        // Three in four have nothing in them that a header cannot have.
        let is_fit = numbers.first().is_none_or(|number| number % 4 > 0);
        let text = || -> String {
            let text = value::<String>(&choices, MODEL.text());
            match is_fit {
                true => text.replace(|letter: char| letter.is_ascii_control(), "!"),
                false => text,
            }
        };
        let name = || match is_fit {
            true => text().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-") + "x",
            false => text(),
        };
        let input = kinds_client::operation::HeadersInput::new()
            .with_string(text().trim_matches(' '))
            .with_strings([text(), text()])
            .with_media(text())
            .with_prefixed([(name().to_lowercase(), text().trim_matches(' '))]);
        let expected = shown(&input);
        let recorder = Recorder::default();
        let answer: Result<HeadersOutput, HeadersError> = Ok(HeadersOutput::new());
        let client = recorder.client(answer);
        match block_on(async { client.headers(input).await }) {
            Ok(_) => {
                sent.fetch_add(1, Ordering::Relaxed);
                assert_eq!(recorder.seen(), Some(expected));
            }
            Err(Error::Refused(error)) => {
                refused.fetch_add(1, Ordering::Relaxed);
                assert!(!is_fit, "{error}\n{}", expected.0);
                assert_eq!(recorder.seen(), None);
            }
            Err(error) => panic!("{error}\n{}", expected.0),
        }
    });
    let (sent, refused) = (sent.into_inner(), refused.into_inner());
    let least = (sent + refused) / 8;
    assert!(sent >= least && refused >= least, "{sent} were sent, {refused} were refused");
}

#[test]
fn a_value_is_part_of_the_name_of_the_host() {
    for_all(|numbers| {
        let choices = Choices::new(numbers);
        let input: kinds_client::operation::HostsInput = value(&choices, MODEL.input("hosts"));
        let expected = format!("kinds-{}.example.com", input.host);
        let host = Arc::new(Mutex::new(None));
        let seen = Arc::clone(&host);
        let service = tower::service_fn(move |request: http::Request<RequestBody>| {
            *seen.lock().expect("the host") = request.headers().get("host").cloned();
            std::future::ready(Ok::<_, Infallible>(http::Response::new(String::new())))
        });
        let config = Config::new().with_endpoint("http://example.com").with_service(service);
        block_on(async { Client::new(config).hosts(input).await }).expect("an answer");
        let host = host.lock().expect("the host").take().expect("a host");
        assert_eq!(host.to_str().expect("ASCII"), expected);
    });
}
