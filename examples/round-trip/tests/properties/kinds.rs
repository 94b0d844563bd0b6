//! The API that has every kind of value in every place.

use std::any::Any;
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use kinds_client::farrier_runtime::client::RetryConfig;
use kinds_client::{Client, Config, Error};
use kinds_server::operation::*;
use kinds_server::types::{Broken, Refused};
use kinds_server::{Context, Kinds};
use serde::Serialize;

use crate::arbitrary::{Choices, Model, value};
use crate::{Shown, block_on, for_all, shown};

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read("kinds.smithy", None));

/// A server that remembers what it is asked, and answers what it is told.
#[derive(Clone, Default)]
struct Recorder {
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
    fn client<A: Send + 'static>(&self, answer: A) -> Client {
        *self.answer.lock().expect("the answer") = Some(Box::new(answer));
        let service = kinds_server::service(self.clone());
        Client::new(Config::new().with_retry(RetryConfig::disabled()).with_service(service))
    }

    fn seen(&self) -> Option<Shown> {
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
                let recorder = Recorder::default();
                let client = recorder.client::<Result<$output, $error>>(Ok(output));
                let got = block_on(async { client.$operation(input).await });
                let got = got.unwrap_or_else(|error| panic!("{error}\n{}", sent.0));
                assert_eq!(recorder.seen(), Some(sent));
                assert_eq!(shown(&got), told);
            });
        })+
    };
}

operations! {
    bodies: BodiesInput => BodiesOutput, BodiesError;
    headers: HeadersInput => HeadersOutput, HeadersError;
    queries: QueriesInput => (), QueriesError;
    query_maps: QueryMapsInput => (), QueryMapsError;
    labels: LabelsInput => (), LabelsError;
    blob_payload: BlobPayloadInput => BlobPayloadOutput, BlobPayloadError;
    text_payload: TextPayloadInput => TextPayloadOutput, TextPayloadError;
    enum_payload: EnumPayloadInput => EnumPayloadOutput, EnumPayloadError;
    structure_payload: StructurePayloadInput => StructurePayloadOutput, StructurePayloadError;
    union_payload: UnionPayloadInput => UnionPayloadOutput, UnionPayloadError;
    document_payload: DocumentPayloadInput => DocumentPayloadOutput, DocumentPayloadError;
    statuses: StatusesInput => StatusesOutput, StatusesError;
}

macro_rules! error {
    ($test:ident: $error:ident) => {
        #[test]
        fn $test() {
            for_all(|numbers| {
                let error: $error = value(&Choices::new(numbers), MODEL.error(stringify!($error)));
                let told = shown(&error);
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
    let sent = AtomicUsize::new(0);
    for_all(|numbers| {
        let choices = Choices::new(numbers);
        let text = || value::<String>(&choices, MODEL.text());
        let input = kinds_client::operation::HeadersInput::new()
            .with_string(text())
            .with_strings([text(), text()])
            .with_media(text())
            .with_prefixed([(text().to_lowercase(), text())]);
        let expected = shown(&input);
        let recorder = Recorder::default();
        let answer: Result<HeadersOutput, HeadersError> = Ok(HeadersOutput::new());
        let client = recorder.client(answer);
        match block_on(async { client.headers(input).await }) {
            Ok(_) => {
                sent.fetch_add(1, Ordering::Relaxed);
                assert_eq!(recorder.seen(), Some(expected));
            }
            Err(Error::Refused(_)) => assert_eq!(recorder.seen(), None),
            Err(error) => panic!("{error}\n{}", expected.0),
        }
    });
    println!("{} inputs were sent", sent.into_inner());
}
