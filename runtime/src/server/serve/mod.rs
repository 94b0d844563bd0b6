//! Listening on a socket: HTTP/1.1 connections, with limits on how many, how long and how slow.

mod connection;
mod socket;

use std::error::Error;
use std::fmt;
use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use tokio::net::{TcpListener, TcpStream, ToSocketAddrs};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use connection::serve_connection;

use crate::timer;

/// Listens at `address`, and answers with `service` until the process is told to end (Ctrl-C, or SIGTERM on Unix).
///
/// Requests that are under way then are completed; see [`Server::shutdown_limit`]. For anything else use [`Server`].
///
/// # Errors
/// If the address cannot be listened at, or signals cannot be waited for.
pub async fn serve<S, B>(address: impl ToSocketAddrs, service: S) -> io::Result<()>
where
    S: HttpService<B>,
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    Server::bind(address).await?.with_signals()?.serve(service).await
}

/// A service for requests from a socket: [`Service`](super::Service), with or without tower layers around it, or an axum
/// router.
pub trait HttpService<B>:
    tower_service::Service<
        Request<Incoming>,
        Response = Response<B>,
        Error: Into<Box<dyn Error + Send + Sync>>,
        Future: Send + 'static,
    > + Clone
    + Send
    + 'static
{
}

impl<S, B> HttpService<B> for S where
    S: tower_service::Service<
            Request<Incoming>,
            Response = Response<B>,
            Error: Into<Box<dyn Error + Send + Sync>>,
            Future: Send + 'static,
        > + Clone
        + Send
        + 'static
{
}

/// A socket that is listened at, and how its connections are treated.
pub struct Server {
    listener: TcpListener,
    limits: Limits,
    max_connections: usize,
    shutdown: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    shutdown_limit: Duration,
}

/// What one connection may do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) header_timeout: Duration,
    pub(crate) idle_timeout: Duration,
    pub(crate) write_timeout: Duration,
    pub(crate) max_header_bytes: usize,
    pub(crate) max_headers: usize,
}

impl Server {
    /// Listens at `address`; port 0 is any free port, see [`local_addr`](Self::local_addr).
    ///
    /// # Errors
    /// If that is not possible: the address is in use, say.
    pub async fn bind(address: impl ToSocketAddrs) -> io::Result<Self> {
        TcpListener::bind(address).await.map(Self::from_listener)
    }

    /// Listens at a socket that is there already.
    pub fn from_listener(listener: TcpListener) -> Self {
        Self {
            listener,
            limits: Limits {
                header_timeout: Duration::from_secs(15),
                idle_timeout: Duration::from_secs(60),
                write_timeout: Duration::from_secs(30),
                max_header_bytes: 64 * 1024,
                max_headers: connection::DEFAULT_HEADERS,
            },
            max_connections: 1000,
            shutdown: None,
            shutdown_limit: Duration::from_secs(30),
        }
    }

    /// The address listened at.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// How many connections there may be at a time (1000); further ones wait until one has ended. At least one.
    #[must_use]
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// How long a request's line and headers may take to arrive (15 seconds), from the connection's start or the request's
    /// first byte. Then the connection is closed.
    #[must_use]
    pub fn header_timeout(mut self, timeout: Duration) -> Self {
        self.limits.header_timeout = timeout;
        self
    }

    /// How long a connection is kept open between requests (60 seconds).
    #[must_use]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.limits.idle_timeout = timeout;
        self
    }

    /// How long the other side may take none of an answer (30 seconds). Then the connection is closed.
    #[must_use]
    pub fn write_timeout(mut self, timeout: Duration) -> Self {
        self.limits.write_timeout = timeout;
        self
    }

    /// How many bytes a request's line and headers may have (64 KiB, and 8 KiB at least); more is answered with 431.
    #[must_use]
    pub fn max_header_bytes(mut self, bytes: usize) -> Self {
        self.limits.max_header_bytes = bytes.max(8 * 1024);
        self
    }

    /// How many headers a request may have (100); more is answered with 431.
    #[must_use]
    pub fn max_headers(mut self, headers: usize) -> Self {
        self.limits.max_headers = headers;
        self
    }

    /// Stops when `told` is ready: no connection is accepted from then on, idle ones are closed, and requests under way
    /// are completed.
    #[must_use]
    pub fn with_graceful_shutdown(
        mut self,
        told: impl Future<Output = ()> + Send + 'static,
    ) -> Self {
        self.shutdown = Some(Box::pin(told));
        self
    }

    /// Stops as [`serve`] does: when the process is told to end (Ctrl-C, or SIGTERM on Unix). From here on, not only from
    /// the first request.
    ///
    /// # Errors
    /// If signals cannot be waited for.
    pub fn with_signals(self) -> io::Result<Self> {
        Ok(self.with_graceful_shutdown(told_to_end()?))
    }

    /// How long requests under way may take once the server is told to stop (30 seconds). Then they are cut off.
    #[must_use]
    pub fn shutdown_limit(mut self, limit: Duration) -> Self {
        self.shutdown_limit = limit;
        self
    }

    /// Answers with `service` until told to stop; for ever, if nobody will.
    ///
    /// Trouble with one connection never ends the others. When the system has no more file descriptors, accepting
    /// pauses until it has.
    ///
    /// # Errors
    /// If the tokio runtime has no timer, which all limits of time need.
    pub async fn serve<S, B>(mut self, service: S) -> io::Result<()>
    where
        S: HttpService<B>,
        B: http_body::Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        if timer::sleep(Duration::ZERO).is_err() {
            return Err(io::Error::other(
                "a server needs tokio's timer, and this runtime has none: build it with `enable_time`",
            ));
        }
        let (stop, stopped) = watch::channel(false);
        let mut connections = JoinSet::new();
        let mut pause = FIRST_PAUSE;
        while let Some(accepted) = self.accept(&mut connections).await {
            match accepted {
                Ok((socket, address)) => {
                    pause = FIRST_PAUSE;
                    let connection = serve_connection(
                        socket,
                        address,
                        service.clone(),
                        self.limits,
                        stopped.clone(),
                    );
                    connections.spawn(connection);
                }
                Err(error) if is_of_one_connection(&error) => {}
                Err(_) => {
                    // Out of file descriptors or memory, most likely: nothing to do but wait.
                    if !self.paused(pause).await {
                        break;
                    }
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
        drop(self.listener);
        // Without a receiver there is no connection to tell.
        let _ = stop.send(true);
        let limit = sleep(self.shutdown_limit);
        let mut limit = std::pin::pin!(limit);
        poll_fn(|context| {
            loop {
                match connections.poll_join_next(context) {
                    Poll::Ready(Some(_)) => {}
                    Poll::Ready(None) => return Poll::Ready(()),
                    Poll::Pending => return limit.as_mut().poll(context),
                }
            }
        })
        .await;
        connections.shutdown().await;
        Ok(())
    }

    /// The next connection, once there is room for it; nothing when told to stop.
    async fn accept(
        &mut self,
        connections: &mut JoinSet<()>,
    ) -> Option<io::Result<(TcpStream, SocketAddr)>> {
        poll_fn(|context| {
            if self.poll_shutdown(context).is_ready() {
                return Poll::Ready(None);
            }
            while let Poll::Ready(Some(_)) = connections.poll_join_next(context) {}
            if connections.len() >= self.max_connections {
                return Poll::Pending;
            }
            self.listener.poll_accept(context).map(Some)
        })
        .await
    }

    /// Waits, and answers `false` if told to stop meanwhile.
    async fn paused(&mut self, pause: Duration) -> bool {
        let pause = sleep_until(Instant::now() + pause);
        let mut pause = std::pin::pin!(pause);
        poll_fn(|context| {
            if self.poll_shutdown(context).is_ready() {
                return Poll::Ready(false);
            }
            pause.as_mut().poll(context).map(|()| true)
        })
        .await
    }

    fn poll_shutdown(&mut self, context: &mut Context<'_>) -> Poll<()> {
        match &mut self.shutdown {
            Some(told) => told.as_mut().poll(context),
            None => Poll::Pending,
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("listener", &self.listener)
            .field("limits", &self.limits)
            .field("max_connections", &self.max_connections)
            .field("shutdown_limit", &self.shutdown_limit)
            .finish_non_exhaustive()
    }
}

const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// Whether only the connection that was to be accepted is gone.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionRefused
    )
}

#[cfg(unix)]
fn told_to_end() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(poll_fn(move |context| {
        if interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
fn told_to_end() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
