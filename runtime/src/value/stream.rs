//! A body that is sent or received piece by piece.

#[cfg(feature = "fs")]
mod file;
mod promised;
#[cfg(feature = "io")]
mod reader;

use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http_body::{Body, Frame, SizeHint};

use super::Blob;
use promised::Promised;
#[cfg(feature = "io")]
pub use reader::StreamReader;

/// Why a streamed body broke off.
pub type BodyError = Box<dyn Error + Send + Sync>;

/// A body that is sent or received piece by piece.
///
/// Nothing is read ahead: the next piece is asked for when there is room for it, so that a slow reader slows down
/// whoever writes. A stream that breaks off, or is not as long as it was said to be, reaches the other side as a body
/// that is not complete.
pub struct ByteStream(Inner);

enum Inner {
    /// Held in memory, so that it can be sent again.
    Whole(Option<Bytes>),
    Stream(Promised, Option<Again>),
}

static NOTHING: Bytes = Bytes::new();

/// Makes the same stream once more.
type Again = Arc<dyn Fn() -> ByteStream + Send + Sync>;

impl ByteStream {
    /// A stream of bytes that are all here.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self(Inner::Whole(Some(bytes.into())))
    }

    /// A stream of what `body` gives.
    pub fn from_body<B>(body: B) -> Self
    where
        B: Body + Send + 'static,
        B::Data: Buf,
        B::Error: Into<BodyError>,
    {
        Self(Inner::Stream(Promised::new(body), None))
    }

    /// A stream of what the body that `make` makes gives. It can be had again from the beginning, so a request that
    /// sends it can be tried again: `make` must give the same bytes each time.
    pub fn repeatable<B>(make: impl Fn() -> B + Send + Sync + 'static) -> Self
    where
        B: Body + Send + 'static,
        B::Data: Buf,
        B::Error: Into<BodyError>,
    {
        let again: Again = Arc::new(move || Self::from_body(make()));
        let Self(first) = again();
        match first {
            Inner::Stream(body, _) => Self(Inner::Stream(body, Some(again))),
            whole @ Inner::Whole(_) => Self(whole),
        }
    }

    /// The same stream, known to be `length` bytes long. One that turns out longer or shorter breaks off with an
    /// error. Bytes that are all in memory have a length of their own, and keep it.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        if let Inner::Stream(body, _) = &mut self.0 {
            body.promise(length);
        }
        self
    }

    /// The same stream from its beginning, if that can be had: the bytes are in memory, or the stream is
    /// [`repeatable`](Self::repeatable).
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Inner::Whole(bytes) => Some(Self(Inner::Whole(bytes.clone()))),
            Inner::Stream(_, None) => None,
            Inner::Stream(body, Some(again)) => {
                let Self(mut made) = again();
                if let Inner::Stream(fresh, kept) = &mut made {
                    *kept = Some(Arc::clone(again));
                    if let Some(length) = body.promised() {
                        fresh.promise(length);
                    }
                }
                Some(Self(made))
            }
        }
    }

    /// How many bytes are left, if that is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Inner::Whole(bytes) => Some(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Inner::Stream(body, _) => body.left(),
        }
    }

    /// The bytes, if they are all in memory: such a body can be sent more than once.
    pub fn in_memory(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Whole(bytes) => Some(bytes.as_ref().unwrap_or(&NOTHING)),
            Inner::Stream(..) => None,
        }
    }

    /// All of it, in memory. The sender decides how much that is: see [`collect_up_to`](Self::collect_up_to).
    ///
    /// # Errors
    /// What broke the stream off.
    pub async fn collect(self) -> Result<Bytes, BodyError> {
        self.collect_up_to(usize::MAX).await
    }

    /// All of it, in memory, if that is at most `limit` bytes.
    ///
    /// # Errors
    /// What broke the stream off, or that it is too long.
    pub async fn collect_up_to(mut self, limit: usize) -> Result<Bytes, BodyError> {
        if let Inner::Whole(bytes) = &mut self.0 {
            let bytes = bytes.take().unwrap_or_default();
            return if bytes.len() <= limit { Ok(bytes) } else { Err(too_long(limit)) };
        }
        let mut first: Option<Bytes> = None;
        let mut rest: Vec<u8> = Vec::new();
        while let Some(piece) = self.next().await {
            let piece = piece?;
            let held = first.as_ref().map_or(0, Bytes::len) + rest.len();
            if piece.len() > limit.saturating_sub(held) {
                return Err(too_long(limit));
            }
            if first.is_none() && rest.is_empty() {
                first = Some(piece);
                continue;
            }
            // A second piece: from here on it is copied together.
            if let Some(first) = first.take() {
                rest.reserve(first.len() + piece.len());
                rest.extend_from_slice(&first);
            }
            rest.extend_from_slice(&piece);
        }
        Ok(first.unwrap_or_else(|| Bytes::from(rest)))
    }

    /// The next piece, or nothing at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, BodyError>> {
        loop {
            match poll_fn(|context| Pin::new(&mut *self).poll_frame(context)).await? {
                // Trailers carry nothing that a model speaks of.
                Ok(frame) => {
                    if let Ok(piece) = frame.into_data() {
                        return Some(Ok(piece));
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

fn too_long(limit: usize) -> BodyError {
    format!("the body is longer than {limit} bytes").into()
}

impl Body for ByteStream {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match &mut self.0 {
            Inner::Whole(bytes) => {
                let bytes = bytes.take().filter(|bytes| !bytes.is_empty());
                Poll::Ready(bytes.map(|bytes| Ok(Frame::data(bytes))))
            }
            Inner::Stream(body, _) => body.poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Whole(bytes) => bytes.as_ref().is_none_or(Bytes::is_empty),
            Inner::Stream(body, _) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl Default for ByteStream {
    fn default() -> Self {
        Self(Inner::Whole(None))
    }
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Blob> for ByteStream {
    fn from(blob: Blob) -> Self {
        Self::new(blob.into_bytes())
    }
}

impl From<Vec<u8>> for ByteStream {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for ByteStream {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&'static str> for ByteStream {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(f, "ByteStream({length} bytes)"),
            None => f.write_str("ByteStream(length unknown)"),
        }
    }
}
