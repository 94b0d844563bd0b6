//! Streams from readers, and readers from streams, as tokio has them.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use http_body::{Body, Frame};
use tokio::io::{AsyncBufRead, AsyncRead, ReadBuf};

use super::ByteStream;

impl ByteStream {
    /// A stream of what `reader` reads: a file, a pipe, a socket, a decoder.
    pub fn from_reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::from_body(ReaderBody::new(reader))
    }

    /// The stream as something to read from, for `tokio::io::copy` and its like.
    pub fn into_reader(self) -> StreamReader {
        StreamReader { stream: self, piece: Bytes::new() }
    }
}

/// How much is read at once.
const PIECE: usize = 64 * 1024;

/// A body of what a reader reads.
pub(super) struct ReaderBody<R> {
    reader: Pin<Box<R>>,
    // The room left over by the last read is used for the next.
    room: BytesMut,
}

impl<R> ReaderBody<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader: Box::pin(reader), room: BytesMut::new() }
    }
}

impl<R: AsyncRead> Body for ReaderBody<R> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = &mut *self;
        if this.room.is_empty() {
            this.room = BytesMut::zeroed(PIECE);
        }
        let mut room = ReadBuf::new(&mut this.room);
        ready!(this.reader.as_mut().poll_read(context, &mut room))?;
        let filled = room.filled().len();
        if filled == 0 {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(Ok(Frame::data(this.room.split_to(filled).freeze()))))
    }
}

/// A [`ByteStream`] as something to read from.
pub struct StreamReader {
    stream: ByteStream,
    piece: Bytes,
}

impl AsyncBufRead for StreamReader {
    fn poll_fill_buf(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        while this.piece.is_empty() {
            match ready!(Pin::new(&mut this.stream).poll_frame(context)) {
                Some(Ok(frame)) => this.piece = frame.into_data().unwrap_or_default(),
                Some(Err(error)) => return Poll::Ready(Err(into_io(error))),
                None => break,
            }
        }
        Poll::Ready(Ok(&this.piece))
    }

    fn consume(mut self: Pin<&mut Self>, amount: usize) {
        let amount = amount.min(self.piece.len());
        self.piece.advance(amount);
    }
}

impl AsyncRead for StreamReader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        target: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let piece = ready!(self.as_mut().poll_fill_buf(context))?;
        let amount = piece.len().min(target.remaining());
        target.put_slice(piece.get(..amount).unwrap_or_default());
        self.consume(amount);
        Poll::Ready(Ok(()))
    }
}

impl fmt::Debug for StreamReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamReader").field("stream", &self.stream).finish_non_exhaustive()
    }
}

/// The error of a reader is given back as it was.
fn into_io(error: super::BodyError) -> io::Error {
    match error.downcast::<io::Error>() {
        Ok(error) => *error,
        Err(error) => io::Error::other(error),
    }
}
