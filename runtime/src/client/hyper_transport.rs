//! HTTP/1.1 over TCP and TLS: the default transport.

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::uri::{PathAndQuery, Scheme};
use http::{Request, Response, Uri};
use tokio::net::TcpStream;
use tower_service::Service;

use super::connection::{Connection, Destination, Pool};
use super::execute::NO_TIMER;
use super::socket::Stream;
use super::{
    Config, RequestBody, ResponseBody, SendOptions, Timeouts, Transport, TransportError,
    TransportErrorKind, TransportFuture,
};
use crate::timer;

/// HTTP/1.1 over TCP, and over TLS with the feature `tls`. Connections are kept for a minute and
/// used again. Clones share them.
#[derive(Clone)]
pub struct HyperTransport {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Arc<Pool>,
    #[cfg(feature = "tls")]
    tls: super::tls::Connector,
}

impl HyperTransport {
    /// A transport of its own, with what `config` says about certificates.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        #[cfg(not(feature = "tls"))]
        let _ = config;
        Self {
            inner: Arc::new(Inner {
                pool: Arc::new(Pool::default()),
                #[cfg(feature = "tls")]
                tls: super::tls::Connector::new(config.root_certificates.clone()),
            }),
        }
    }
}

impl Default for HyperTransport {
    fn default() -> Self {
        Self::new(&Config::new())
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request<RequestBody>, options: SendOptions) -> TransportFuture<'_> {
        Box::pin(self.inner.send(request, options.connect_timeout))
    }
}

/// For layers of tower around it: the whole then goes into
/// [`Config::with_service`](Config::with_service).
impl Service<Request<RequestBody>> for HyperTransport {
    type Response = Response<ResponseBody>;
    type Error = TransportError;
    type Future =
        Pin<Box<dyn Future<Output = Result<Response<ResponseBody>, TransportError>> + Send>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let inner = Arc::clone(&self.inner);
        Box::pin(async move { inner.send(request, Timeouts::default().connect).await })
    }
}

impl Inner {
    async fn send(
        &self,
        mut request: Request<RequestBody>,
        connect_timeout: Option<Duration>,
    ) -> Result<Response<ResponseBody>, TransportError> {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(unsupported("connections need a tokio runtime, and there is none"));
        }
        let destination = take_destination(request.uri_mut())?;
        if let Some(connection) = self.pool.take(&destination).await {
            let exchange = connection.exchange(request, destination.clone(), &self.pool);
            match exchange.await {
                Ok(answer) => return Ok(answer),
                Err(unanswered) => {
                    if unanswered.error.kind() == TransportErrorKind::Stale {
                        self.pool.clear(&destination);
                    }
                    match unanswered.unsent {
                        Some(unsent) => request = unsent,
                        None => return Err(unanswered.error),
                    }
                }
            }
        }
        // Boxed: what connecting takes would make every call's future larger.
        let connection = Box::pin(self.connect_within(connect_timeout, &destination)).await?;
        let exchange = connection.exchange(request, destination, &self.pool);
        exchange.await.map_err(|unanswered| unanswered.error)
    }

    async fn connect_within(
        &self,
        limit: Option<Duration>,
        destination: &Destination,
    ) -> Result<Box<Connection>, TransportError> {
        let Some(limit) = limit else { return self.connect(destination).await };
        let timer = timer::sleep(limit).map_err(|_| unsupported(NO_TIMER))?;
        let mut timer = pin!(timer);
        let mut connecting = pin!(self.connect(destination));
        poll_fn(|context| {
            if let Poll::Ready(connection) = connecting.as_mut().poll(context) {
                return Poll::Ready(connection);
            }
            timer.as_mut().poll(context).map(|()| {
                let authority = &destination.authority;
                let message = format!("no connection to {authority} within {limit:?}");
                Err(TransportError::new(TransportErrorKind::ConnectTimeout, message, None))
            })
        })
        .await
    }

    async fn connect(&self, destination: &Destination) -> Result<Box<Connection>, TransportError> {
        let authority = &destination.authority;
        let failed = |error: Box<dyn StdError + Send + Sync>| {
            let message = format!("no connection to {authority}");
            TransportError::new(TransportErrorKind::Connect, message, error)
        };
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        let port = authority.port_u16().unwrap_or(if destination.tls { 443 } else { 80 });
        let socket =
            TcpStream::connect((host, port)).await.map_err(|error| failed(error.into()))?;
        // Requests are written in one piece; waiting for more only costs time.
        socket.set_nodelay(true).map_err(|error| failed(error.into()))?;
        #[cfg(feature = "tls")]
        if destination.tls {
            let stream = self.tls.connect(host, socket).await.map_err(failed)?;
            return Connection::new(stream).await;
        }
        Connection::new(Stream::Plain(socket)).await
    }
}

/// Takes scheme and authority out of `uri`: on a connection only the path is sent.
fn take_destination(uri: &mut Uri) -> Result<Destination, TransportError> {
    let mut parts = std::mem::take(uri).into_parts();
    let scheme = parts.scheme.take();
    let tls = scheme.as_ref() == Some(&Scheme::HTTPS);
    if !tls && scheme.as_ref() != Some(&Scheme::HTTP) {
        return Err(unsupported("the request's scheme is neither `http` nor `https`"));
    }
    let authority = parts.authority.take();
    let authority = authority.ok_or_else(|| unsupported("the request names no host"))?;
    parts.path_and_query.get_or_insert_with(|| PathAndQuery::from_static("/"));
    *uri = Uri::from_parts(parts).map_err(|_| unsupported("the request's URI is not valid"))?;
    #[cfg(not(feature = "tls"))]
    if tls {
        return Err(unsupported("`https` needs the feature `tls`: build the client crate with it"));
    }
    Ok(Destination { tls, authority })
}

fn unsupported(message: &'static str) -> TransportError {
    TransportError::new(TransportErrorKind::Unsupported, message, None)
}
