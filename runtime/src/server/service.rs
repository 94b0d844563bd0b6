//! A service: from an HTTP request to its operation, and back.

use std::convert::Infallible;
use std::future::Future;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll};
use std::time::{Duration, Instant};

use bytes::Buf;
use http::request::Parts;
use http::{HeaderName, HeaderValue};

use super::context::Identifier;
use super::encoding::Encoding;
use super::exchange::Exchange;
use super::failure::unpanicked;
use super::rejection::Rejection;
use super::request::Request;
use super::request_id::RequestId;
use super::route::{Routed, route};
use super::settings::Settings;
use super::{Body, Context, Fault, InternalFailure, OperationMetadata, ServiceMetadata, timer};
use crate::codec::Violations;
use crate::protocol;
use crate::value::{BodyError, ByteStream};

/// What [`Dispatch::dispatch`] gives: an answer to come.
pub type Answering = Pin<Box<dyn Future<Output = Result<http::Response<Body>, Rejection>> + Send>>;

/// The operations of a service, by number. Generated.
pub trait Dispatch: Send + Sync + 'static {
    /// What the service is.
    fn metadata(&self) -> &'static ServiceMetadata;

    /// Reads the request of operation number `operation`, has it handled, and writes the answer.
    fn dispatch(self: Arc<Self>, operation: usize, request: Request) -> Answering;
}

/// A service that answers HTTP requests: a [`tower_service::Service`] for any request body.
///
/// Cheap to clone. It never fails: every error is an answer, in the form that the protocol wants. Settings hold for
/// this value and the clones made of it afterwards.
#[derive(Debug)]
pub struct Service<D> {
    dispatch: Arc<D>,
    settings: Arc<Settings>,
}

impl<D> Clone for Service<D> {
    fn clone(&self) -> Self {
        Self { dispatch: Arc::clone(&self.dispatch), settings: Arc::clone(&self.settings) }
    }
}

impl<D: Dispatch> Service<D> {
    /// A service of these operations.
    pub fn new(dispatch: D) -> Self {
        Self { dispatch: Arc::new(dispatch), settings: Arc::new(Settings::default()) }
    }

    /// What the service is.
    pub fn metadata(&self) -> &'static ServiceMetadata {
        self.dispatch.metadata()
    }

    /// How many bytes a request's body may have (6 MiB); more is answered with 413. A compressed body counts as long as
    /// it is once it is not compressed any more. For streamed bodies see [`stream_limit`](Self::stream_limit).
    #[must_use]
    pub fn body_limit(self, bytes: u64) -> Self {
        self.set(|settings| settings.body_limit = bytes)
    }

    /// How many bytes a streamed request's body may have (no limit); more is answered with 413 if the request says so
    /// beforehand, and else breaks the stream off.
    #[must_use]
    pub fn stream_limit(self, bytes: impl Into<Option<u64>>) -> Self {
        let bytes = bytes.into();
        self.set(|settings| settings.stream_limit = bytes)
    }

    /// How many bytes the body of this operation's requests may have, streamed or not. Says nothing about an operation that there is not.
    #[must_use]
    pub fn operation_body_limit(self, operation: &str, bytes: u64) -> Self {
        let name = self.metadata().operation_names().find(|name| *name == operation);
        self.set(|settings| {
            if let Some(name) = name {
                settings.operation_body_limits.insert(name, bytes);
            }
        })
    }

    /// How long a request's body may take to arrive (30 seconds, and a second more for every 16 KiB); then the answer is
    /// 408. Nothing: for ever. A streamed body may take that long for each of its pieces.
    ///
    /// Times are kept with tokio: they need the feature `serve`, and a tokio runtime with its timer.
    #[must_use]
    pub fn body_timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let timeout = timeout.into();
        self.set(|settings| settings.body_timeout = timeout)
    }

    /// How long a request may take, from its headers to its answer (no limit); then the handler is dropped, and the answer is
    /// 503. Handlers find the end in [`Context::deadline`].
    ///
    /// Times are kept with tokio: they need the feature `serve`, and a tokio runtime with its timer.
    #[must_use]
    pub fn request_timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let timeout = timeout.into();
        self.set(|settings| settings.request_timeout = timeout)
    }

    /// Takes a request's identifier from this header, if it is there: for services behind a proxy that sets it. Anybody
    /// else could set it, too.
    #[must_use]
    pub fn received_request_id(self, header: HeaderName) -> Self {
        self.set(|settings| settings.received_request_id = Some(header))
    }

    /// Answers with the request's identifier in this header, instead of the protocol's own.
    #[must_use]
    pub fn request_id_header(self, header: HeaderName) -> Self {
        self.set(|settings| settings.request_id_header = Some(header))
    }

    /// Answers requests that violate the model's constraints in the service's own words, not in the protocol's.
    #[must_use]
    pub fn on_violations(
        self,
        answer: impl Fn(&Violations, &Context) -> Fault + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.on_violations = Some(Arc::new(answer)))
    }

    /// Answers requests that never get to their handler (there is no such operation, the body is too large) in the
    /// service's own words; those that it has none for, in the protocol's.
    #[must_use]
    pub fn on_rejection(
        self,
        answer: impl Fn(&protocol::Rejection, &Context) -> Option<Fault> + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.on_rejection = Some(Arc::new(answer)))
    }

    /// Reports what goes wrong on our side, a handler that panics above all, instead of `tracing` or standard error.
    ///
    /// The caller is answered 500 either way.
    #[must_use]
    pub fn on_internal_failure(
        self,
        report: impl Fn(&InternalFailure, &Context) + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.on_internal_failure = Some(Arc::new(report)))
    }

    fn set(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.settings));
        self
    }

    /// What is answered if the handler of this operation gives `outcome`; nothing if there is no such operation.
    #[cfg(feature = "testing")]
    pub(crate) fn answer_of<O: super::IntoResponse, E: super::Failure>(
        self,
        operation: &str,
        outcome: Result<O, E>,
    ) -> Option<http::Response<Body>> {
        let service = self.dispatch.metadata();
        let metadata = service.operations.iter().find(|found| found.name == operation)?;
        let (parts, ()) = http::Request::new(()).into_parts();
        let request_id = Identifier::Generated(RequestId::generate());
        let context =
            Arc::new(Context { operation: metadata.name, request_id, parts, deadline: None });
        let settings = Arc::clone(&self.settings);
        let exchange = Exchange { service, metadata, settings, context: Arc::clone(&context) };
        let request = Request::new(exchange, Vec::new(), Default::default());
        Some(request.answer(outcome).unwrap_or_else(|rejection| {
            rejection.answer(service.protocol, &self.settings, &context)
        }))
    }

    async fn answer(self, parts: Parts, body: ByteStream) -> http::Response<Body> {
        let service = self.dispatch.metadata();
        let settings = self.settings;
        let path = parts.uri.path();
        let routed = route(
            service.routes,
            parts.method.as_str(),
            path,
            parts.uri.query().unwrap_or_default(),
        );
        let deadline =
            settings.request_timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let request_id = identify(&settings, &parts);
        let mut context = Context { operation: "", request_id, parts, deadline };
        let found = find(service, routed);
        let encoding = match &found {
            Ok((_, metadata, _)) => Encoding::take(&mut context.parts.headers, metadata),
            Err(_) => Ok(Encoding::default()),
        };
        if let Ok((_, metadata, _)) = &found {
            context.operation = metadata.name;
        }
        let context = Arc::new(context);
        let reject = |rejection: Rejection| rejection.answer(service.protocol, &settings, &context);
        let (operation, metadata, labels) = match found {
            Ok(found) => found,
            Err(rejection) => return reject(rejection),
        };
        let exchange = Exchange {
            service,
            metadata,
            settings: Arc::clone(&settings),
            context: Arc::clone(&context),
        };
        let encoding = match encoding {
            Ok(encoding) => encoding,
            Err(rejection) => return reject(rejection),
        };
        let payload = match exchange.receive(body, encoding).await {
            Ok(payload) => payload,
            Err(rejection) => return reject(rejection),
        };
        let request = Request::new(exchange, labels, payload);
        let answering = self.dispatch.dispatch(operation, request);
        match timer::before(deadline, unpanicked(answering)).await {
            Ok(Ok(Ok(answer))) => answer,
            Ok(Ok(Err(rejection))) => reject(rejection),
            Ok(Err(failure)) => reject(failure.into()),
            Err(timer::Elapsed) => reject(protocol::Rejection::Unavailable.into()),
        }
    }
}

type Found = (usize, &'static OperationMetadata, Vec<Range<usize>>);

fn find(service: &'static ServiceMetadata, routed: Routed) -> Result<Found, Rejection> {
    match routed {
        Routed::Operation { operation, labels } => match service.operations.get(operation) {
            Some(metadata) => Ok((operation, metadata, labels)),
            None => Err(protocol::Rejection::NotFound.into()),
        },
        Routed::NotFound => Err(protocol::Rejection::NotFound.into()),
        Routed::MethodNotAllowed(allowed) => {
            Err(protocol::Rejection::MethodNotAllowed { allowed }.into())
        }
    }
}

fn identify(settings: &Settings, parts: &Parts) -> Identifier {
    let received = settings.received_request_id.as_ref().and_then(|name| parts.headers.get(name));
    match received {
        Some(value) if is_identifier(value) => Identifier::Received(value.clone()),
        _ => Identifier::Generated(RequestId::generate()),
    }
}

/// Whether a text can go into logs as it is.
fn is_identifier(value: &HeaderValue) -> bool {
    !value.is_empty()
        && value.len() <= 128
        && value.as_bytes().iter().all(|byte| byte.is_ascii_graphic())
}

impl<D, B> tower_service::Service<http::Request<B>> for Service<D>
where
    D: Dispatch,
    B: http_body::Body + Send + 'static,
    B::Data: Buf,
    B::Error: Into<BodyError>,
{
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut TaskContext<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        let (parts, body) = request.into_parts();
        let body =
            if body.is_end_stream() { ByteStream::default() } else { ByteStream::from_body(body) };
        let service = self.clone();
        Box::pin(async move { Ok(service.answer(parts, body).await) })
    }
}
