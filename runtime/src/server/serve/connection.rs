//! One connection: its requests, one after the other.

use std::error::Error;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{Request, Response};
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::socket::{Activity, Exchange, Socket};
use super::{HttpService, Limits};
use crate::server::RemoteAddress;

/// Answers the requests of a connection until either side has had enough. Errors end this connection only.
pub(super) async fn serve_connection<S, B>(
    socket: TcpStream,
    address: SocketAddr,
    service: S,
    limits: Limits,
    mut stopped: watch::Receiver<bool>,
) where
    S: HttpService<B>,
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    // Answers are small and written at once: nothing is won by waiting for more.
    let _ = socket.set_nodelay(true);
    let activity = Arc::new(Activity::default());
    let socket = Socket::new(socket, Arc::clone(&activity), limits);
    let adapter =
        Adapter { service, address, activity: Arc::clone(&activity), answers: PhantomData };
    let mut http = http1::Builder::new();
    if limits.max_headers != DEFAULT_HEADERS {
        http.max_headers(limits.max_headers);
    }
    let connection = http
        .max_header_size(limits.max_header_bytes)
        .max_buf_size(limits.max_header_bytes.max(DEFAULT_BUFFER))
        // The socket does it: hyper counts the time between requests as part of the next one's headers.
        .header_read_timeout(None)
        .serve_connection(socket, adapter);
    let mut connection = pin!(connection);
    let finished = {
        let mut stop = pin!(stopped.wait_for(|stopped| *stopped));
        poll_fn(|context| {
            if connection.as_mut().poll(context).is_ready() {
                return Poll::Ready(true);
            }
            stop.as_mut().poll(context).map(|_| false)
        })
        .await
    };
    // A connection that has not said a word yet is not waited for.
    if finished || !activity.has_spoken() {
        return;
    }
    activity.stop();
    connection.as_mut().graceful_shutdown();
    // An error means that the other side went away.
    let _ = connection.await;
}

/// hyper's own default, for which it has room without allocating.
pub(super) const DEFAULT_HEADERS: usize = 100;

/// hyper's own default, so that large bodies are read in large pieces.
const DEFAULT_BUFFER: usize = 8192 + 4096 * 100;

/// A tower service, as hyper calls it.
struct Adapter<S, B> {
    service: S,
    address: SocketAddr,
    activity: Arc<Activity>,
    answers: PhantomData<fn() -> B>,
}

impl<S, B> hyper::service::Service<Request<Incoming>> for Adapter<S, B>
where
    S: HttpService<B>,
    B: http_body::Body + Send + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    type Response = Response<Busy<B>>;
    type Error = Box<dyn Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        request.extensions_mut().insert(RemoteAddress(self.address));
        let busy = self.activity.begin();
        let mut service = self.service.clone();
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context)).await.map_err(Into::into)?;
            let response = service.call(request).await.map_err(Into::into)?;
            Ok(response.map(|body| Busy { body: Box::pin(body), _until_sent: busy }))
        })
    }
}

/// A body; until it is dropped, the connection is not idle.
struct Busy<B> {
    body: Pin<Box<B>>,
    _until_sent: Exchange,
}

impl<B: http_body::Body> http_body::Body for Busy<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        self.body.as_mut().poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
