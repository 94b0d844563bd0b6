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
use std::pin::{Pin, pin};
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

use super::socket::{Signs, Socket, Stream};
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
    signs: Arc<Signs>,
    used: bool,
    idle_since: Instant,
    /// When it was last taken from the pool to send a request.
    taken: Instant,
}

impl Connection {
    /// Speaks HTTP/1.1 over `stream`.
    pub(super) async fn new(stream: Stream) -> Result<Box<Self>, TransportError> {
        let signs = Arc::new(Signs::default());
        let socket = Socket::new(stream, Arc::clone(&signs));
        let handshake = http1::handshake(TokioIo::new(socket)).await;
        let (sender, driver) = handshake.map_err(|error| {
            TransportError::new(TransportErrorKind::Connect, "no connection", boxed(error))
        })?;
        let now = Instant::now();
        Ok(Box::new(Self { sender, driver, signs, used: false, idle_since: now, taken: now }))
    }

    /// Sends a request and waits for the head of its answer.
    pub(super) async fn exchange(
        mut self: Box<Self>,
        mut request: Request<RequestBody>,
        destination: Destination,
        pool: &Arc<Pool>,
    ) -> Result<Response<ResponseBody>, Unanswered> {
        self.signs.begin(request.extensions().get());
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
                let heard = self.signs.heard();
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

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpSocket;

    use super::super::progress::Progress;
    use super::*;

    /// hyper takes all of a body that it has room for at once: whether anything moves is seen at the socket.
    #[tokio::test]
    async fn what_the_socket_takes_is_progress() {
        const BODY: usize = 300_000;
        let listener = TcpSocket::new_v4().unwrap();
        listener.set_recv_buffer_size(8_192).unwrap();
        listener.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = listener.listen(1).unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.unwrap();
            let (mut buffer, mut read) = (vec![0; 16_384], 0);
            while read < BODY {
                tokio::time::sleep(Duration::from_millis(20)).await;
                read += socket.read(&mut buffer).await.unwrap();
            }
            let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
            socket.write_all(answer).await.unwrap();
            let _ = socket.read_to_end(&mut buffer).await;
        });
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_send_buffer_size(8_192).unwrap();
        let stream = Stream::Plain(socket.connect(address).await.unwrap());
        let connection = Connection::new(stream).await.unwrap();
        let progress = Progress::new();
        let mut request = Request::post("/").body(RequestBody::new(vec![b'x'; BODY])).unwrap();
        request.extensions_mut().insert(Arc::clone(&progress));
        let limit = Duration::from_secs(1);
        let before = progress.deadline(limit).unwrap();
        let authority = Authority::from_static("a");
        let destination = Destination { tls: false, authority };
        let sent = connection.exchange(request, destination, &Arc::default()).await;
        assert!(sent.is_ok());
        let after = progress.deadline(limit).unwrap();
        assert!(after >= before + Duration::from_millis(50), "{:?}", after - before);
    }
}
