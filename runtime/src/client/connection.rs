//! HTTP/1.1 connections, and those that wait to be used again.
//!
//! hyper-util's pool gives each connection a task, which every request and every answer passes through. Here whoever
//! waits for the answer drives the connection, so that a call is one task, woken once an answer. Measured with
//! `cargo bench -p farrier-runtime --features hyper --bench call`: 5 to 20 % less CPU in user space than with hyper-util's
//! client, and its crates are not needed. The price: that a server has closed an idle connection is noticed only when
//! that is next taken from the pool.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::future::{Future, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::uri::Authority;
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::{RequestBody, ResponseBody, TransportError, TransportErrorKind};

/// How long an idle connection is kept.
const IDLE_TIME: Duration = Duration::from_secs(60);
/// How many idle connections to one host are kept.
const IDLE_CONNECTIONS: usize = 128;

/// A connection that had been closed while it was idle says so at once: the other side answers the first packet. One that
/// ends later has been working on the request.
const STALE_TIME: Duration = Duration::from_secs(1);

/// Whom a connection leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Destination {
    pub(super) tls: bool,
    pub(super) authority: Authority,
}

/// Idle connections, the one used last on top. There are few destinations, mostly one.
#[derive(Debug, Default)]
pub(super) struct Pool {
    idle: Mutex<Vec<(Destination, VecDeque<Box<Connection>>)>>,
}

impl Pool {
    /// A connection that is as far as we know still open.
    pub(super) async fn take(&self, destination: &Destination) -> Option<Box<Connection>> {
        loop {
            let mut connection = self.pop(destination)?;
            let now = Instant::now();
            if now.duration_since(connection.idle_since) < IDLE_TIME && connection.is_open().await {
                connection.taken = now;
                return Some(connection);
            }
        }
    }

    /// Gives up all connections to a destination that has just turned out to have closed one.
    pub(super) fn clear(&self, destination: &Destination) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(known, _)| known != destination);
    }

    fn pop(&self, destination: &Destination) -> Option<Box<Connection>> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, connections) = idle.iter_mut().find(|(known, _)| known == destination)?;
        connections.pop_back()
    }

    fn put(&self, destination: Destination, mut connection: Box<Connection>) {
        if connection.sender.is_closed() {
            return;
        }
        let now = Instant::now();
        connection.idle_since = now;
        connection.used = true;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let known = idle.iter().position(|(known, _)| *known == destination);
        let position = known.unwrap_or(idle.len());
        if known.is_none() {
            idle.push((destination, VecDeque::new()));
        }
        if let Some((_, connections)) = idle.get_mut(position) {
            while let Some(oldest) = connections.front()
                && (connections.len() >= IDLE_CONNECTIONS
                    || now.duration_since(oldest.idle_since) >= IDLE_TIME)
            {
                connections.pop_front();
            }
            connections.push_back(connection);
        }
    }
}

/// An HTTP/1.1 connection, driven by who uses it.
#[derive(Debug)]
pub(super) struct Connection {
    sender: http1::SendRequest<RequestBody>,
    driver: http1::Connection<TokioIo<Socket>, RequestBody>,
    /// Whether a byte has arrived since the last request.
    heard: Arc<AtomicBool>,
    used: bool,
    idle_since: Instant,
    /// When it was last taken from the pool to send a request.
    taken: Instant,
}

impl Connection {
    /// Speaks HTTP/1.1 over `stream`.
    pub(super) async fn new(stream: Stream) -> Result<Box<Self>, TransportError> {
        let heard = Arc::new(AtomicBool::new(false));
        let socket = Socket { stream, heard: Arc::clone(&heard) };
        let handshake = http1::handshake(TokioIo::new(socket)).await;
        let (sender, driver) = handshake.map_err(|error| {
            TransportError::new(TransportErrorKind::Connect, "no connection", boxed(error))
        })?;
        let now = Instant::now();
        Ok(Box::new(Self { sender, driver, heard, used: false, idle_since: now, taken: now }))
    }

    /// Sends a request and waits for the head of its answer.
    pub(super) async fn exchange(
        mut self: Box<Self>,
        mut request: Request<RequestBody>,
        destination: Destination,
        pool: &Arc<Pool>,
    ) -> Result<Response<ResponseBody>, Unanswered> {
        self.heard.store(false, Ordering::Relaxed);
        let upload = request.body_mut().track();
        let result = {
            let mut answer = pin!(self.sender.try_send_request(request));
            let driver = &mut self.driver;
            let mut ended = false;
            poll_fn(|context| {
                // First the connection, then what it has brought: one pass for the common case.
                if !ended {
                    ended = Pin::new(&mut *driver).poll(context).is_ready();
                }
                answer.as_mut().poll(context)
            })
            .await
        };
        match result {
            Ok(answer) => Ok(answer.map(|body| {
                let pool = Arc::clone(pool);
                let lease = Lease { connection: self, destination, pool, upload };
                if body.is_end_stream() {
                    lease.give_back();
                    return ResponseBody::default();
                }
                let lease = Some(lease);
                ResponseBody::from_connection(ConnectionBody { body, lease, failure: None })
            })),
            Err(mut error) => {
                let heard = self.heard.load(Ordering::Relaxed);
                let unsent = error.take_message();
                let error = error.into_error();
                let kind = match () {
                    () if error.is_user() => TransportErrorKind::RequestBody,
                    () if error.is_parse() => TransportErrorKind::Protocol,
                    () if self.used && !heard && self.taken.elapsed() < STALE_TIME => {
                        TransportErrorKind::Stale
                    }
                    () => TransportErrorKind::Closed,
                };
                let message = match kind {
                    TransportErrorKind::RequestBody => "the request's body failed",
                    TransportErrorKind::Protocol => "the answer is not HTTP",
                    _ => "the connection ended before an answer",
                };
                Err(Unanswered { error: TransportError::new(kind, message, boxed(error)), unsent })
            }
        }
    }

    /// Looks whether the other side has closed the connection, and whether it is free.
    async fn is_open(&mut self) -> bool {
        poll_fn(|context| {
            let ended = Pin::new(&mut self.driver).poll(context).is_ready();
            Poll::Ready(!ended && self.sender.is_ready())
        })
        .await
    }
}

/// A request without an answer; the request itself, if none of it was sent.
pub(super) struct Unanswered {
    pub(super) error: TransportError,
    pub(super) unsent: Option<Request<RequestBody>>,
}

fn boxed(error: hyper::Error) -> Option<Box<dyn StdError + Send + Sync>> {
    Some(Box::new(error))
}

/// The body of an answer, and the connection that it comes over. Read to its end, the connection
/// goes back to the pool; dropped before, it is closed.
#[derive(Debug)]
pub(super) struct ConnectionBody {
    body: Incoming,
    lease: Option<Lease>,
    /// What ended the connection, which says more than that the body is not complete.
    failure: Option<hyper::Error>,
}

#[derive(Debug)]
struct Lease {
    connection: Box<Connection>,
    destination: Destination,
    pool: Arc<Pool>,
    /// Alive while the request's own body is being sent.
    upload: Option<Weak<()>>,
}

impl Lease {
    /// Nothing is left of the answer: the connection is free, unless the service has answered before it had
    /// the whole request. What is left of that is not sent then.
    fn give_back(self) {
        let uploading = self.upload.is_some_and(|upload| upload.strong_count() > 0);
        if !uploading {
            self.pool.put(self.destination, self.connection);
        }
    }
}

impl Body for ConnectionBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let this = &mut *self;
        let mut frame = Pin::new(&mut this.body).poll_frame(context);
        if frame.is_pending()
            && let Some(lease) = &mut this.lease
        {
            if let Poll::Ready(ended) = Pin::new(&mut lease.connection.driver).poll(context) {
                this.failure = ended.err();
                this.lease = None;
            }
            frame = Pin::new(&mut this.body).poll_frame(context);
        }
        let over = match &frame {
            Poll::Ready(Some(Ok(_))) => this.body.is_end_stream(),
            Poll::Ready(None) => true,
            Poll::Ready(Some(Err(_))) => {
                this.lease = None;
                if let Some(failure) = this.failure.take() {
                    frame = Poll::Ready(Some(Err(failure)));
                }
                false
            }
            Poll::Pending => false,
        };
        if over && let Some(lease) = this.lease.take() {
            lease.give_back();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A socket, with or without TLS.
#[derive(Debug)]
pub(super) enum Stream {
    Plain(TcpStream),
    #[cfg(feature = "tls")]
    Tls(Box<tokio_rustls::client::TlsStream<TcpStream>>),
}

/// A stream that says whether anything has arrived.
#[derive(Debug)]
struct Socket {
    stream: Stream,
    heard: Arc<AtomicBool>,
}

/// A service that has answered before it had the whole request, and closed, lets writing fail; its answer is there to
/// be read all the same. So what ends the connection is what reading finds, which is asked for at the same time.
fn or_left_to_reading(written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
    match written {
        Poll::Ready(Err(error))
            if matches!(
                error.kind(),
                io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset
            ) =>
        {
            Poll::Pending
        }
        written => written,
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let result = match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_read(context, buffer),
        };
        if buffer.filled().len() > before {
            self.heard.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.stream {
            Stream::Plain(stream) => {
                or_left_to_reading(Pin::new(stream).poll_write(context, bytes))
            }
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => or_left_to_reading(Pin::new(stream).poll_write(context, bytes)),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match &mut self.stream {
            Stream::Plain(stream) => {
                or_left_to_reading(Pin::new(stream).poll_write_vectored(context, buffers))
            }
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => {
                or_left_to_reading(Pin::new(stream).poll_write_vectored(context, buffers))
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        match &self.stream {
            Stream::Plain(stream) => stream.is_write_vectored(),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => stream.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_flush(context),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
