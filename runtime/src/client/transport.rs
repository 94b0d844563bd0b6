//! What carries requests to a service: a trait, bodies both ways, and any tower service as one.

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
#[cfg(feature = "hyper")]
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Buf, Bytes};
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};
use tower_service::Service;

use crate::value::ByteStream;

type BoxError = Box<dyn StdError + Send + Sync>;

/// What [`Transport::send`] returns.
pub type TransportFuture<'t> =
    Pin<Box<dyn Future<Output = Result<Response<ResponseBody>, TransportError>> + Send + 't>>;

/// Carries one request and brings its answer. Retries, timeouts for the attempt and signatures are
/// none of its business.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends a request. Its URI is absolute and its `Host` header set. Dropping the future gives
    /// the request up.
    fn send(&self, request: Request<RequestBody>, options: SendOptions) -> TransportFuture<'_>;
}

/// What a transport should know of the call.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct SendOptions {
    /// How long connecting may take, where a connection must be made.
    pub connect_timeout: Option<Duration>,
}

/// The body of a request: nothing, bytes, or a stream.
#[derive(Debug, Default)]
pub struct RequestBody(Content);

/// The body of an answer.
#[derive(Debug, Default)]
pub struct ResponseBody(Content);

#[derive(Debug, Default)]
enum Content {
    #[default]
    Empty,
    Bytes(Bytes),
    Stream(ByteStream),
    #[cfg(feature = "hyper")]
    Tracked(ByteStream, Arc<()>),
    #[cfg(feature = "hyper")]
    Hyper(super::connection::ConnectionBody),
}

impl RequestBody {
    /// A body of bytes.
    #[must_use]
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self(Content::of(bytes.into()))
    }

    /// A body that is sent piece by piece.
    #[must_use]
    pub fn from_stream(stream: ByteStream) -> Self {
        Self(Content::Stream(stream))
    }

    /// Something that is let go of once the body is sent to its end, or given up. Nothing for a body that is not a
    /// stream.
    #[cfg(feature = "hyper")]
    pub(super) fn track(&mut self) -> Option<std::sync::Weak<()>> {
        self.0 = match std::mem::take(&mut self.0) {
            Content::Stream(stream) => Content::Tracked(stream, Arc::new(())),
            // A request that one connection has handed back goes over another.
            other => other,
        };
        match &self.0 {
            Content::Tracked(_, held) => Some(Arc::downgrade(held)),
            _ => None,
        }
    }

    /// The bytes, if the body is not a stream.
    #[must_use]
    pub fn in_memory(&self) -> Option<&[u8]> {
        match &self.0 {
            Content::Empty => Some(&[]),
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream(stream) => stream.in_memory().map(|bytes| &**bytes),
            #[cfg(feature = "hyper")]
            Content::Tracked(stream, _) => stream.in_memory().map(|bytes| &**bytes),
            #[cfg(feature = "hyper")]
            Content::Hyper(_) => None,
        }
    }
}

impl ResponseBody {
    /// A body of bytes.
    #[must_use]
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self(Content::of(bytes.into()))
    }

    /// A body that arrives piece by piece.
    #[must_use]
    pub fn from_body<B>(body: B) -> Self
    where
        B: Body + Send + 'static,
        B::Data: Buf,
        B::Error: Into<BoxError>,
    {
        if body.is_end_stream() {
            return Self(Content::Empty);
        }
        Self(Content::Stream(ByteStream::from_body(body)))
    }

    #[cfg(feature = "hyper")]
    pub(super) const fn from_connection(body: super::connection::ConnectionBody) -> Self {
        Self(Content::Hyper(body))
    }

    /// The body as a value of its own.
    pub(super) fn into_stream(self) -> ByteStream {
        match self.0 {
            Content::Empty => ByteStream::default(),
            Content::Bytes(bytes) => ByteStream::new(bytes),
            Content::Stream(stream) => stream,
            #[cfg(feature = "hyper")]
            Content::Tracked(stream, _) => stream,
            #[cfg(feature = "hyper")]
            Content::Hyper(body) => ByteStream::from_body(body),
        }
    }

    /// The whole body, if it is at most `limit` bytes.
    pub(super) async fn collect(mut self, limit: usize) -> Result<Bytes, TransportError> {
        let mut first = Bytes::new();
        let mut rest: Vec<u8> = Vec::new();
        loop {
            let frame = poll_fn(|context| Pin::new(&mut self).poll_frame(context)).await;
            let Some(frame) = frame else { break };
            let frame = frame.map_err(|source| {
                TransportError::new(TransportErrorKind::Body, "the answer broke off", source)
            })?;
            let Ok(piece) = frame.into_data() else { continue };
            if piece.len() > limit.saturating_sub(first.len() + rest.len()) {
                let message = format!("the answer is longer than {limit} bytes");
                return Err(TransportError::new(TransportErrorKind::TooLong, message, None));
            }
            if first.is_empty() && rest.is_empty() {
                first = piece;
            } else {
                if rest.is_empty() {
                    rest.reserve(first.len() + piece.len());
                    rest.extend_from_slice(&first);
                    first = Bytes::new();
                }
                rest.extend_from_slice(&piece);
            }
            if self.is_end_stream() {
                break;
            }
        }
        Ok(if rest.is_empty() { first } else { Bytes::from(rest) })
    }
}

impl Content {
    fn of(bytes: Bytes) -> Self {
        if bytes.is_empty() { Self::Empty } else { Self::Bytes(bytes) }
    }

    fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self {
            Self::Empty => Poll::Ready(None),
            Self::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                *self = Self::Empty;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Self::Stream(stream) => Pin::new(stream).poll_frame(context),
            #[cfg(feature = "hyper")]
            Self::Tracked(stream, _) => Pin::new(stream).poll_frame(context),
            #[cfg(feature = "hyper")]
            Self::Hyper(body) => Pin::new(body).poll_frame(context).map_err(BoxError::from),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Bytes(_) => false,
            Self::Stream(stream) => stream.is_end_stream(),
            #[cfg(feature = "hyper")]
            Self::Tracked(stream, _) => stream.is_end_stream(),
            #[cfg(feature = "hyper")]
            Self::Hyper(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Empty => SizeHint::with_exact(0),
            Self::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Self::Stream(stream) => stream.size_hint(),
            #[cfg(feature = "hyper")]
            Self::Tracked(stream, _) => stream.size_hint(),
            #[cfg(feature = "hyper")]
            Self::Hyper(body) => body.size_hint(),
        }
    }
}

macro_rules! body {
    ($($name:ident),*) => {
        $(impl Body for $name {
            type Data = Bytes;
            type Error = BoxError;

            fn poll_frame(
                mut self: Pin<&mut Self>,
                context: &mut Context<'_>,
            ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
                self.0.poll_frame(context)
            }

            fn is_end_stream(&self) -> bool {
                self.0.is_end_stream()
            }

            fn size_hint(&self) -> SizeHint {
                self.0.size_hint()
            }
        })*
    };
}

body!(RequestBody, ResponseBody);

/// Why a transport brought no answer, or not all of it.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: std::borrow::Cow<'static, str>,
    source: Option<BoxError>,
}

/// How far a request came. That decides about retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection: the service has not seen the request.
    Connect,
    /// There was no connection within the time allowed for it.
    ConnectTimeout,
    /// The request cannot be carried at all; trying again does not help.
    Unsupported,
    /// The connection ended before an answer; the service may have seen the request.
    Closed,
    /// A connection that had been used before ended without a single byte of an answer, within a second: in
    /// all likelihood it had been closed while it was idle. The request is sent again at once.
    Stale,
    /// The request's own body failed.
    RequestBody,
    /// The answer is not HTTP.
    Protocol,
    /// The answer broke off.
    Body,
    /// The answer is longer than the configuration allows.
    TooLong,
}

impl TransportError {
    /// An error of this kind.
    #[must_use]
    pub fn new(
        kind: TransportErrorKind,
        message: impl Into<std::borrow::Cow<'static, str>>,
        source: impl Into<Option<BoxError>>,
    ) -> Self {
        Self { kind, message: message.into(), source: source.into() }
    }

    /// How far the request came.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

/// The message, and what each cause adds to it.
impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        let mut said = self.message.to_string();
        let mut cause = self.source.as_deref().map(|source| source as &dyn StdError);
        while let Some(error) = cause {
            let text = error.to_string();
            if !said.contains(&text) {
                write!(f, ": {text}")?;
            }
            said = text;
            cause = error.source();
        }
        Ok(())
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// A tower service as a transport.
pub(super) struct ServiceTransport<S>(Mutex<S>);

impl<S> ServiceTransport<S> {
    pub(super) const fn new(service: S) -> Self {
        Self(Mutex::new(service))
    }
}

impl<S> fmt::Debug for ServiceTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceTransport")
    }
}

impl<S, B> Transport for ServiceTransport<S>
where
    S: Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: Body + Send + 'static,
    B::Data: Buf,
    B::Error: Into<BoxError>,
{
    fn send(&self, request: Request<RequestBody>, _options: SendOptions) -> TransportFuture<'_> {
        let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            let failed = |kind| {
                move |error: S::Error| TransportError::new(kind, "the service failed", error.into())
            };
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(failed(TransportErrorKind::Connect))?;
            let answer = service.call(request).await;
            let answer = answer.map_err(failed(TransportErrorKind::Closed))?;
            Ok(answer.map(ResponseBody::from_body))
        })
    }
}

#[cfg(all(test, feature = "hyper"))]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_was_handed_back_is_tracked_again() {
        let mut body = RequestBody::from_stream(ByteStream::new("x"));
        let _ = body.track();
        let again = body.track().expect("it is a stream");
        assert_eq!(again.strong_count(), 1);
        drop(body);
        assert_eq!(again.strong_count(), 0);
        assert!(RequestBody::new("x").track().is_none());
    }
}
