//! Whole messages into the generated Lambda server and client.

use std::convert::Infallible;
use std::future::{Future, poll_fn, ready};
use std::pin::pin;

use farrier_runtime::server::{Body, Dispatch, Service};
use http::{Method, Request, Response, StatusCode, Uri};
use http_body::Body as _;
use lambda_client::Client;
use round_trip::stubborn;
use serde_json::{Value, json};
use tower_service::Service as _;

use crate::message::Message;
use crate::operations::{self, NAMES, Seen};

/// Sends a request to a server whose handlers succeed. The answer is one that a client can read, and says that the request
/// is wrong or that all is well; an input that was let through is such that the client can send it.
pub fn request(message: &[u8]) {
    let message = Message::parse(message);
    let Some(request) = to_request(&message) else { return };
    let head = request.method() == Method::HEAD;
    let seen = Seen::default();
    let service =
        lambda_server::service(operations::obliging(&seen)).on_internal_failure(|failure, _| {
            panic!("{failure}");
        });
    block_on(async {
        let (status, headers, body) = answer_to(service.clone(), request).await;
        let called = seen.take();
        assert!(status.is_success() || status.is_client_error(), "{status}");
        assert_eq!(status.is_success(), called.is_some(), "{status} for {called:?}");
        if !body.is_empty() {
            assert_eq!(headers["content-type"], "application/json", "{status}");
            let body: Value = serde_json::from_slice(&body).expect("an answer is JSON");
            assert!(body.is_object(), "{status}: {body}");
        }
        if status.is_client_error() {
            assert!(headers.contains_key("x-amzn-errortype"), "{status}: {headers:?}");
            assert!(head || !body.is_empty(), "{status} says nothing");
        }
        let Some((operation, input)) = called else { return };
        let client = Client::new(stubborn().with_service(service));
        let outcome = operations::call(&client, operation, input.clone()).await;
        let outcome = outcome.expect("what a server has for an input a client has too");
        if let Err(error) = outcome {
            assert!(is_refused(&input, &error), "{operation} of {input}: {error}");
            return;
        }
        assert_eq!(seen.take(), Some((operation, input)));
    });
}

/// Whether a client sends no such input: a label that is a dot or two would be taken out of the path on its way.
fn is_refused(input: &Value, error: &str) -> bool {
    let members = input.as_object().into_iter().flat_map(|members| members.values());
    let mut labels = members.filter_map(Value::as_str);
    labels.any(|label| label == "." || label == "..") && error.contains("is part of the path")
}

/// Answers a client's request. What it makes of that has the same meaning when a server answers with it.
pub fn answer(message: &[u8]) {
    let Some((operation, message)) = message.split_first() else { return };
    let name = NAMES[usize::from(*operation) % NAMES.len()];
    let message = Message::parse(message);
    let status = message.first.iter().find_map(|word| StatusCode::from_bytes(word).ok());
    let Some(status) = status else { return };
    let Message { headers, body, .. } = message;
    let body = body.to_vec();
    let service = Canned(move || {
        let mut answer = Response::new(Body::from(body.clone()));
        *answer.status_mut() = status;
        *answer.headers_mut() = headers.clone();
        answer
    });
    block_on(async {
        let client = Client::new(stubborn().with_service(service));
        let outcome = operations::call(&client, name, input(name)).await.expect("an input");
        match outcome {
            Err(said) => {
                assert!(!said.is_empty() && !said.contains('\n'), "one line: {said:?}");
            }
            Ok(output) => {
                assert!(status.is_success(), "{status}");
                // Enums are closed on servers: one may have a value that the server does not know.
                let Some(scripted) = operations::answering(name, output.clone()) else { return };
                let client = Client::new(stubborn().with_service(lambda_server::service(scripted)));
                let again = operations::call(&client, name, input(name)).await.expect("an input");
                assert_eq!(again, Ok(output));
            }
        }
    });
}

/// An input that every server takes.
fn input(name: &str) -> Value {
    let arn = "arn:aws:lambda:us-east-1:123456789012:layer:libs:3";
    let role = "arn:aws:iam::123456789012:role/r";
    match name {
        "create_function" => json!({"function_name": "f", "role": role, "code": {}}),
        "get_layer_version_by_arn" => json!({"arn": arn}),
        "publish_layer_version" => json!({"layer_name": "l", "content": {}}),
        "list_layer_versions" => json!({"layer_name": "l"}),
        "get_layer_version" | "delete_layer_version" => {
            json!({"layer_name": "l", "version_number": 3})
        }
        _ => json!({"function_name": "f"}),
    }
}

fn to_request(message: &Message<'_>) -> Option<Request<Body>> {
    let [method, target, ..] = &message.first[..] else { return None };
    let method = Method::from_bytes(method).ok()?;
    let uri = Uri::try_from(*target).ok()?;
    let mut request = Request::new(Body::from(message.body.to_vec()));
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = message.headers.clone();
    Some(request)
}

async fn answer_to<D: Dispatch>(
    mut service: Service<D>,
    request: Request<Body>,
) -> (StatusCode, http::HeaderMap, Vec<u8>) {
    let Ok(answer) = service.call(request).await;
    let (parts, body) = answer.into_parts();
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let data = frame.expect("a body from memory").into_data();
        bytes.extend_from_slice(&data.unwrap_or_default());
    }
    (parts.status, parts.headers, bytes)
}

/// A service that has one answer.
#[derive(Clone)]
struct Canned<F>(F);

impl<F: Fn() -> Response<Body>, B> tower_service::Service<Request<B>> for Canned<F> {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Response<Body>, Infallible>>;

    fn poll_ready(
        &mut self,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Result<(), Infallible>> {
        std::task::Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<B>) -> Self::Future {
        ready(Ok(self.0()))
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    }
    RUNTIME.with(|runtime| runtime.block_on(future))
}
