//! Whether anything moves in a call with streamed bodies, so that one that is stuck can be given up.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep};

use super::{RequestBody, ResponseBody};
use crate::timer::sleep_until;
use crate::value::{BodyError, ByteStream};

/// How a streamed request is getting on.
#[derive(Debug)]
pub(super) struct Progress {
    began: Instant,
    /// When the transport last took a piece, or its socket took bytes, in milliseconds after the beginning.
    moved: AtomicU64,
    /// Whether it is the caller's own stream that has nothing to send at the moment.
    waits_for_caller: AtomicBool,
}

/// Bytes that are all here are handed to the transport in pieces of this size, so that it shows how they move.
const PIECE: usize = 256 * 1024;

impl Progress {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            began: Instant::now(),
            moved: AtomicU64::new(0),
            waits_for_caller: AtomicBool::new(false),
        })
    }

    /// The same body, its progress watched.
    pub(super) fn watch(self: &Arc<Self>, body: RequestBody) -> RequestBody {
        if body.in_memory().is_some_and(|bytes| bytes.len() <= PIECE) {
            return body;
        }
        let upload = Upload { body, rest: Bytes::new(), progress: Arc::clone(self) };
        RequestBody::from_stream(ByteStream::from_body(upload))
    }

    /// When to give up if nothing moves until then.
    pub(super) fn deadline(&self, limit: Duration) -> Option<Instant> {
        if self.waits_for_caller.load(Ordering::Relaxed) {
            return Instant::now().checked_add(limit);
        }
        let moved = Duration::from_millis(self.moved.load(Ordering::Relaxed));
        self.began.checked_add(moved)?.checked_add(limit)
    }

    pub(super) fn moves(&self) {
        let elapsed = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.moved.store(elapsed, Ordering::Relaxed);
    }
}

/// A request's body on its way to the transport.
struct Upload {
    body: RequestBody,
    rest: Bytes,
    progress: Arc<Progress>,
}

impl Body for Upload {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        if this.rest.is_empty() {
            let frame = Pin::new(&mut this.body).poll_frame(context);
            this.progress.waits_for_caller.store(frame.is_pending(), Ordering::Relaxed);
            match frame {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(piece) => this.rest = piece,
                    Err(other) => return Poll::Ready(Some(Ok(other))),
                },
                over => {
                    this.progress.moves();
                    return over;
                }
            }
        }
        this.progress.moves();
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let hint = self.body.size_hint().exact();
        hint.map_or_else(SizeHint::new, |left| SizeHint::with_exact(left + self.rest.len() as u64))
    }
}

/// The body of an answer, which breaks off when for `limit` nothing has come. Time in which the request waits for the
/// caller's own stream does not count.
pub(super) fn download(
    body: ResponseBody,
    limit: Option<Duration>,
    progress: Option<Arc<Progress>>,
) -> ByteStream {
    match limit {
        Some(limit) if !body.is_end_stream() => {
            ByteStream::from_body(Download { body, limit, progress, timer: None, runs: false })
        }
        _ => body.into_stream(),
    }
}

struct Download {
    body: ResponseBody,
    limit: Duration,
    progress: Option<Arc<Progress>>,
    timer: Option<Pin<Box<Sleep>>>,
    runs: bool,
}

impl Download {
    /// Nothing has come yet: whether that has been so for too long.
    fn poll_silence(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            let Some(deadline) = Instant::now().checked_add(self.limit) else {
                return Poll::Pending;
            };
            let timer = match &mut self.timer {
                Some(timer) => timer,
                None => match sleep_until(deadline) {
                    Ok(timer) => self.timer.insert(Box::pin(timer)),
                    Err(_) => return Poll::Pending,
                },
            };
            if !self.runs {
                timer.as_mut().reset(deadline);
                self.runs = true;
            }
            if timer.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            self.runs = false;
            let sent = self.progress.as_ref().and_then(|progress| progress.deadline(self.limit));
            if sent.is_none_or(|deadline| deadline <= Instant::now()) {
                return Poll::Ready(());
            }
        }
    }
}

impl Body for Download {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        let frame = Pin::new(&mut this.body).poll_frame(context);
        if frame.is_ready() {
            this.runs = false;
            return frame;
        }
        this.poll_silence(context).map(|()| {
            // Nothing more is expected: the connection is given up.
            this.body = ResponseBody::default();
            let message = format!("nothing has come for {:?}", this.limit);
            Some(Err(message.into()))
        })
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
