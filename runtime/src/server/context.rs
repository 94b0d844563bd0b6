//! What a handler may know about its request beyond the input.

use std::fmt;
use std::net::SocketAddr;
use std::time::Instant;

use http::request::Parts;
use http::{Extensions, HeaderMap, HeaderValue, Method, Uri};

use super::request_id::RequestId;

/// What a handler may know about its request beyond the input.
pub struct Context {
    pub(crate) operation: &'static str,
    pub(crate) request_id: Identifier,
    pub(crate) parts: Parts,
    pub(crate) deadline: Option<Instant>,
}

/// A request's identifier: our own, or the caller's.
pub(crate) enum Identifier {
    Generated(RequestId),
    Received(HeaderValue),
}

impl Identifier {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Generated(id) => id.as_str(),
            Self::Received(value) => value.to_str().unwrap_or_default(),
        }
    }

    pub(crate) fn to_header(&self) -> Option<HeaderValue> {
        match self {
            Self::Generated(id) => HeaderValue::from_str(id.as_str()).ok(),
            Self::Received(value) => Some(value.clone()),
        }
    }
}

/// The address that a request came from; [`Server`](super::Server) puts it into the request's extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemoteAddress(pub SocketAddr);

impl Context {
    /// The operation's name in the model; empty before a request has found its operation.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The request's identifier, which the answer carries too.
    pub fn request_id(&self) -> &str {
        self.request_id.as_str()
    }

    /// The request's method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The request's target, as it came.
    pub fn uri(&self) -> &Uri {
        &self.parts.uri
    }

    /// The request's headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// Where the request came from, if who listens says so. Behind a proxy it is the proxy's address.
    pub fn remote_address(&self) -> Option<SocketAddr> {
        self.extension::<RemoteAddress>().map(|address| address.0)
    }

    /// When the caller will be told that this took too long; nothing where there is no limit.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// What layers in front of the service have added to the request.
    pub fn extensions(&self) -> &Extensions {
        &self.parts.extensions
    }

    /// One value that a layer in front of the service has added to the request.
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.parts.extensions.get()
    }
}

impl fmt::Debug for Context {
    /// Leaves out headers, path and query: they may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("operation", &self.operation)
            .field("request_id", &self.request_id())
            .field("method", self.method())
            .finish_non_exhaustive()
    }
}
