//! A socket that gives up on a silent or stuck other side.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::rt::{Read, ReadBufCursor, Write};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};

use super::Limits;

/// What a connection is doing, as far as its socket must know.
#[derive(Debug, Default)]
pub(super) struct Activity {
    /// Requests that have arrived and are not answered to the end.
    exchanges: AtomicUsize,
    /// How often a request's headers were complete.
    heads: AtomicUsize,
    spoken: AtomicBool,
    /// Whether the connection was idle when the server was told to stop: then one more than `heads`, else 0.
    stopped_idle: AtomicUsize,
}

impl Activity {
    /// A request's headers are here; it is under way until what this gives is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> Exchange {
        self.exchanges.fetch_add(1, Ordering::Relaxed);
        self.heads.fetch_add(1, Ordering::Relaxed);
        Exchange(Arc::clone(self))
    }

    /// The server has been told to stop: a connection without a request under way has nothing to linger for.
    pub(super) fn stop(&self) {
        if self.exchanges.load(Ordering::Relaxed) == 0 {
            self.stopped_idle.store(self.heads.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        }
    }

    /// Whether no request has come since the server was told to stop, and none was under way.
    fn is_stopped_idle(&self) -> bool {
        self.stopped_idle.load(Ordering::Relaxed) == self.heads.load(Ordering::Relaxed) + 1
    }

    /// Whether a single byte has arrived.
    pub(super) fn has_spoken(&self) -> bool {
        self.spoken.load(Ordering::Relaxed)
    }
}

/// A request that is under way.
#[derive(Debug)]
pub(super) struct Exchange(Arc<Activity>);

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.exchanges.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A TCP connection with timeouts: for a request's headers, between requests, and for taking an answer.
///
/// Nothing is timed while a request is under way: then the service looks after its body, and reading only waits for the
/// other side to go away.
pub(super) struct Socket {
    stream: TcpStream,
    activity: Arc<Activity>,
    limits: Limits,
    /// How many complete heads there were when the current wait began; a new wait begins with each.
    heads: usize,
    /// Whether part of a head has arrived.
    within_head: bool,
    read_timer: Timer,
    write_timer: Timer,
    /// Whether closing waits for the other side; decided once it begins.
    lingers: Option<bool>,
    lingered: usize,
    // hyper's buffer can be filled in safe code only by copying.
    buffer: Box<[u8]>,
}

const BUFFER: usize = 16 * 1024;

/// What is read and thrown away before a connection is closed, so that the other side gets to read the answer to a
/// request that it is still sending (closing at once would reset the connection).
const MOST_LINGERED: usize = 256 * 1024;
const LINGER: Duration = Duration::from_secs(1);

impl Socket {
    pub(super) fn new(stream: TcpStream, activity: Arc<Activity>, limits: Limits) -> Self {
        Self {
            stream,
            activity,
            limits,
            heads: 0,
            // A new connection is there to send a request.
            within_head: true,
            read_timer: Timer::default(),
            write_timer: Timer::default(),
            lingers: None,
            lingered: 0,
            buffer: vec![0; BUFFER].into_boxed_slice(),
        }
    }

    /// Called when there is nothing to read: whether that has lasted too long.
    fn poll_silence(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let heads = self.activity.heads.load(Ordering::Relaxed);
        if heads != self.heads {
            self.heads = heads;
            self.within_head = false;
            self.read_timer.stop();
        }
        if self.activity.exchanges.load(Ordering::Relaxed) > 0 {
            self.read_timer.stop();
            return Poll::Pending;
        }
        let timeout =
            if self.within_head { self.limits.header_timeout } else { self.limits.idle_timeout };
        ready!(self.read_timer.poll(timeout, context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    /// Called when something was read.
    fn heard(&mut self) {
        self.activity.spoken.store(true, Ordering::Relaxed);
        let between_requests = self.activity.exchanges.load(Ordering::Relaxed) == 0
            && self.activity.heads.load(Ordering::Relaxed) == self.heads;
        if between_requests && !self.within_head {
            self.within_head = true;
            self.read_timer.stop();
        }
    }

    fn poll_stuck<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        ready!(self.write_timer.poll(self.limits.write_timeout, context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl Read for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut target: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let room = target.remaining().min(this.buffer.len());
        let Some(buffer) = this.buffer.get_mut(..room) else { return Poll::Ready(Ok(())) };
        let mut buffer = ReadBuf::new(buffer);
        match Pin::new(&mut this.stream).poll_read(context, &mut buffer) {
            Poll::Ready(Ok(())) => {
                let filled = buffer.filled();
                target.put_slice(filled);
                if !filled.is_empty() {
                    this.heard();
                }
                Poll::Ready(Ok(()))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => this.poll_silence(context),
        }
    }
}

impl Write for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        match Pin::new(&mut this.stream).poll_write(context, bytes) {
            Poll::Pending => this.poll_stuck(context),
            written => {
                this.write_timer.stop();
                written
            }
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        match Pin::new(&mut this.stream).poll_write_vectored(context, bytes) {
            Poll::Pending => this.poll_stuck(context),
            written => {
                this.write_timer.stop();
                written
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let lingers = *this.lingers.get_or_insert_with(|| !this.activity.is_stopped_idle());
        ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
        if !lingers {
            return Poll::Ready(Ok(()));
        }
        loop {
            let mut buffer = ReadBuf::new(&mut this.buffer);
            match Pin::new(&mut this.stream).poll_read(context, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                    this.lingered += buffer.filled().len();
                    if this.lingered >= MOST_LINGERED {
                        return Poll::Ready(Ok(()));
                    }
                }
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => return this.write_timer.poll(LINGER, context).map(Ok),
            }
        }
    }
}

/// A timer that starts when it is first polled.
#[derive(Default)]
struct Timer {
    sleep: Option<Pin<Box<Sleep>>>,
    running: bool,
}

impl Timer {
    fn poll(&mut self, timeout: Duration, context: &mut Context<'_>) -> Poll<()> {
        // What cannot be said as an instant is never.
        let Some(deadline) = Instant::now().checked_add(timeout) else { return Poll::Pending };
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if !self.running {
            sleep.as_mut().reset(deadline);
            self.running = true;
        }
        sleep.as_mut().poll(context)
    }

    fn stop(&mut self) {
        self.running = false;
    }
}
