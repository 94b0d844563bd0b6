//! The server's side: requests that nobody sent, handlers that keep their input, and answers that are recorded.

use std::any::{Any, type_name};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderName, HeaderValue, Request, StatusCode};
use http_body::Body as _;
use tower_service::Service as _;

use super::Recorded;
use super::recorded::header;
use crate::server::{Body, Dispatch, Failure, Fault, IntoResponse, Service};
use crate::value::ByteStream;

/// What handlers under test do: keep their input, and fail.
#[derive(Clone, Debug, Default)]
pub struct Script(Arc<Mutex<Option<Box<dyn Any + Send>>>>);

impl Script {
    /// One that has kept nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps an input, and fails.
    ///
    /// # Errors
    /// Always.
    pub fn keep<I: Send + 'static, O, E: From<Fault>>(&self, input: I) -> Result<O, E> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(input));
        Err(Fault::new(501, "Kept", "the input was kept").into())
    }

    /// The input that was kept, after a request that was answered by `answer`.
    ///
    /// # Panics
    /// If there is none, or it is of another type.
    #[track_caller]
    pub fn input<I: 'static>(&self, answer: &Recorded<StatusCode>) -> I {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(kept) = kept else {
            panic!(
                "no handler was reached; the answer is {}: {:?}",
                answer.head,
                String::from_utf8_lossy(&answer.body)
            )
        };
        match kept.downcast() {
            Ok(input) => *input,
            Err(_) => panic!("another handler was reached, not the one for {}", type_name::<I>()),
        }
    }
}

/// A request that nobody sent.
#[derive(Debug)]
pub struct TestRequest {
    request: Request<Body>,
}

impl TestRequest {
    /// One with this method and target.
    ///
    /// # Panics
    /// If there is no such request.
    #[must_use]
    #[track_caller]
    pub fn new(method: &str, target: &str) -> Self {
        match Request::builder().method(method).uri(target).body(Body::empty()) {
            Ok(request) => Self { request },
            Err(error) => panic!("`{method} {target}` is no request: {error}"),
        }
    }

    /// With another header.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value): (HeaderName, HeaderValue) = header(name, value);
        self.request.headers_mut().append(name, value);
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        *self.request.body_mut() = Body::from(body.into());
        self
    }

    /// What a service answers.
    pub async fn send<D: Dispatch>(self, mut service: Service<D>) -> Recorded<StatusCode> {
        match service.call(self.request).await {
            Ok(answer) => record(answer).await,
            Err(never) => match never {},
        }
    }
}

/// What a service answers if the handler of this operation gives `outcome`.
///
/// # Panics
/// If the service has no such operation, or the answer cannot be sent.
pub async fn answer<D: Dispatch, O: IntoResponse, E: Failure>(
    service: Service<D>,
    operation: &str,
    outcome: Result<O, E>,
) -> Recorded<StatusCode> {
    match service.answer_of(operation, outcome) {
        Some(answer) => record(answer).await,
        None => panic!("there is no operation `{operation}`"),
    }
}

async fn record(answer: http::Response<Body>) -> Recorded<StatusCode> {
    let (mut parts, body) = answer.into_parts();
    // What HTTP/1.1 itself adds to an answer (RFC 9112, section 6).
    if let Some(length) = body.size_hint().exact() {
        parts.headers.entry(CONTENT_LENGTH).or_insert_with(|| HeaderValue::from(length));
    }
    match ByteStream::from_body(body).collect().await {
        Ok(body) => Recorded { head: parts.status, headers: parts.headers, body },
        Err(error) => panic!("the answer broke off: {error}"),
    }
}
