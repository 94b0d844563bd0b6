//! What the model does not name: clients keep it, servers refuse it.

use std::convert::Infallible;
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::{Request, Response, StatusCode};
use kinds_client::farrier_runtime::client::{RequestBody, RetryConfig};
use kinds_client::types::Choice;
use kinds_client::{Client, Config, Error, operation as called};
use kinds_server::operation::*;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::arbitrary::{Choices, value};
use crate::kinds::{MODEL, Recorder};
use crate::{block_on, for_all};

/// Checks that a client reads values of enums which it does not know, and sends them as they are.
macro_rules! kept {
    ($($test:ident: $operation:ident, $input:ident;)+) => {
        $(#[test]
        fn $test() {
            let unknown = AtomicUsize::new(0);
            for_all(|numbers| {
                let choices = Choices::with_unknown(numbers);
                let input: called::$input = value(&choices, MODEL.input(stringify!($operation)));
                unknown.fetch_add(usize::from(has_unknown(&input)), Ordering::Relaxed);
                let sent = members(&input);
                // Input and output have the same members, so that a request is an answer too.
                let service = tower::service_fn(|request: Request<RequestBody>| {
                    let (parts, body) = request.into_parts();
                    let mut response = Response::new(body);
                    *response.headers_mut() = parts.headers;
                    std::future::ready(Ok::<_, Infallible>(response))
                });
                let client = Client::new(Config::new().with_service(service));
                let got = block_on(async { client.$operation(input).await });
                let got = got.unwrap_or_else(|error| panic!("{error}\n{sent}"));
                // Nothing tells no map of headers at all from one without entries.
                assert_eq!(members(&got), sent.replace("prefixed: None", "prefixed: Some({})"));
            });
            assert!(unknown.into_inner() > 0, "nothing was unknown");
        }
        )+
    };
}

kept! {
    bodies_are_kept: bodies, BodiesInput;
    headers_are_kept: headers, HeadersInput;
    enum_payloads_are_kept: enum_payload, EnumPayloadInput;
    structure_payloads_are_kept: structure_payload, StructurePayloadInput;
}

/// Checks that a server refuses values of enums which the model does not name, wherever they are.
macro_rules! refused {
    ($($test:ident: $operation:ident, $input:ident => $output:ty, $error:ty;)+) => {
        $(#[test]
        fn $test() {
            let unknown = AtomicUsize::new(0);
            for_all(|numbers| {
                let choices = Choices::with_unknown(numbers);
                let input: called::$input = value(&choices, MODEL.input(stringify!($operation)));
                if !has_unknown(&input) {
                    return;
                }
                unknown.fetch_add(1, Ordering::Relaxed);
                let sent = members(&input);
                let recorder = Recorder::default();
                let output: $output = value(&Choices::new(&[]), MODEL.output(stringify!($operation)));
                let client = recorder.client::<Result<$output, $error>>(Ok(output));
                let got = block_on(async { client.$operation(input).await });
                let error = got.expect_err("an unknown value");
                assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{error}\n{sent}");
                assert_eq!(error.code(), Some("ValidationException"), "{error}");
                assert!(error.to_string().contains("must satisfy enum value set"), "{error}");
                assert_eq!(recorder.seen(), None, "{sent}");
            });
            assert!(unknown.into_inner() > 0, "nothing was unknown");
        })+
    };
}

refused! {
    bodies_are_refused: bodies, BodiesInput => BodiesOutput, BodiesError;
    headers_are_refused: headers, HeadersInput => HeadersOutput, HeadersError;
    queries_are_refused: queries, QueriesInput => (), QueriesError;
    labels_are_refused: labels, LabelsInput => (), LabelsError;
    defaults_are_refused: defaults, DefaultsInput => DefaultsOutput, DefaultsError;
    enum_payloads_are_refused: enum_payload, EnumPayloadInput => EnumPayloadOutput, EnumPayloadError;
    structure_payloads_are_refused: structure_payload, StructurePayloadInput => StructurePayloadOutput, StructurePayloadError;
}

/// Whether a value of an enum is in `input` that the model does not name.
fn has_unknown(input: &impl Debug) -> bool {
    members(input).contains("Unknown(")
}

/// All that a structure says but its name; of bytes, how many there are. JSON has no map whose keys are unknown values of an enum.
fn members(structure: &impl Debug) -> String {
    let text = format!("{structure:?}");
    text.split_once(' ').map_or_else(String::new, |(_, members)| members.to_owned())
}

#[test]
fn union_members_are_kept_by_name() {
    for_all(|numbers| {
        let choices = Choices::new(numbers);
        let name = unknown_member(&choices);
        let unknown = json!({ name.clone(): value::<Value>(&choices, MODEL.text()) });

        let client = answered(unknown.clone());
        let got = block_on(async { client.union_payload(called::UnionPayloadInput::new()).await });
        assert_eq!(got.expect("an answer").payload, Some(Choice::Unknown(name.clone())));

        let client = answered(json!({
            "choice": unknown,
            "choices": [{ "string": "before" }, unknown, { "again": unknown }],
            "tree": { "choice": unknown, "name": "after" },
        }));
        let got = block_on(async { client.bodies(called::BodiesInput::new()).await });
        let got = got.expect("an answer");
        let unknown = Choice::Unknown(name);
        let before = Choice::String("before".to_owned());
        assert_eq!(got.choice.as_ref(), Some(&unknown));
        let again = Choice::Again(Box::new(unknown.clone()));
        assert_eq!(got.choices, Some(vec![before, unknown.clone(), again]));
        let tree = got.tree.expect("a tree");
        assert_eq!((tree.choice.as_deref(), tree.name.as_deref()), (Some(&unknown), Some("after")));
    });
}

/// A client cannot send them, since it does not have their values; whoever does is refused.
#[test]
fn union_members_are_refused() {
    for_all(|numbers| {
        let choices = Choices::new(numbers);
        let name = unknown_member(&choices);
        let recorder = Recorder::default();
        let answer: Result<_, UnionPayloadError> = Ok(UnionPayloadOutput::new());

        let client = recorder.client(answer);
        let input = called::UnionPayloadInput::new().with_payload(Choice::Unknown(name.clone()));
        let error = block_on(async { client.union_payload(input).await }).expect_err("a refusal");
        assert!(matches!(error, Error::Refused(_) | Error::Unmodelled(_)), "{error}");
        assert_eq!(recorder.seen(), None);

        let body = json!({ name: value::<Value>(&choices, MODEL.text()) }).to_string();
        let request = Request::post("/payload/union").header("content-type", "application/json");
        let request = request.body(body.clone()).expect("a request");
        let service = kinds_server::service(recorder.clone());
        let response = block_on(async { service.oneshot(request).await }).expect("an answer");
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(recorder.seen(), None, "{body}");
    });
}

/// A name of no member of `Choice`.
fn unknown_member(choices: &Choices) -> String {
    // All of these have letters only.
    format!("{}!", value::<String>(choices, MODEL.text()))
}

/// A client that is answered so, whatever it asks.
pub(crate) fn answered(body: Value) -> Client {
    let service = tower::service_fn(move |_: Request<RequestBody>| {
        let response = Response::builder().header("content-type", "application/json");
        std::future::ready(response.body(body.to_string()))
    });
    Client::new(Config::new().with_retry(RetryConfig::disabled()).with_service(service))
}
