//! Bodies that wait, fail, or tell what becomes of them.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use depot_server::farrier_runtime::ByteStream;
use http_body::{Body, Frame};

/// What became of a body.
#[derive(Debug, Default)]
pub struct Fate {
    taken: AtomicU64,
    dropped: AtomicBool,
}

impl Fate {
    /// How many bytes were taken.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::SeqCst)
    }

    pub async fn until_dropped(&self) {
        until(|| self.dropped.load(Ordering::SeqCst)).await;
    }

    /// Waits until nothing is taken any more, and gives how much was.
    pub async fn until_still(&self) -> u64 {
        let mut before = 0;
        loop {
            tokio::time::sleep(Duration::from_millis(200)).await;
            let taken = self.taken();
            if taken > 0 && taken == before {
                return taken;
            }
            before = taken;
        }
    }
}

/// Waits for something that ought to happen soon.
pub async fn until(happened: impl Fn() -> bool) {
    for _ in 0..2_000 {
        if happened() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it has not happened in 10 seconds");
}

/// How a body goes on after its pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Ends,
    Fails,
    Hangs,
}

const PIECE: usize = 64 * 1024;

/// `pieces` times 64 KiB.
pub fn body(pieces: u64, then: Then) -> (ByteStream, Arc<Fate>) {
    let fate = Arc::new(Fate::default());
    (ByteStream::from_body(Told { left: pieces, then, fate: Arc::clone(&fate) }), fate)
}

struct Told {
    left: u64,
    then: Then,
    fate: Arc<Fate>,
}

impl Body for Told {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        if self.left > 0 {
            self.left -= 1;
            self.fate.taken.fetch_add(PIECE as u64, Ordering::SeqCst);
            return Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[7; PIECE])))));
        }
        match self.then {
            Then::Ends => Poll::Ready(None),
            Then::Fails => Poll::Ready(Some(Err("the disk is gone".to_owned()))),
            Then::Hangs => Poll::Pending,
        }
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        self.fate.dropped.store(true, Ordering::SeqCst);
    }
}
