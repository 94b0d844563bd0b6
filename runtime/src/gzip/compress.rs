//! Putting bodies into gzip.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body::{Body, Frame};

use super::PIECE;
use crate::value::{BodyError, ByteStream};

/// All of `bytes`, compressed.
pub(crate) fn compressed(bytes: &[u8]) -> io::Result<Bytes> {
    let room = Vec::with_capacity(bytes.len() / 2);
    let mut encoder = GzEncoder::new(room, Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish().map(Bytes::from)
}

/// The stream, compressed as it goes. It can be had again if `stream` can.
pub(crate) fn compressed_stream(stream: ByteStream) -> ByteStream {
    match stream.try_clone() {
        None => ByteStream::from_body(Compressed::new(stream)),
        Some(_) => {
            ByteStream::repeatable(move || Compressed::new(stream.try_clone().unwrap_or_default()))
        }
    }
}

struct Compressed {
    stream: ByteStream,
    /// What has come and is not compressed yet.
    rest: Bytes,
    /// Nothing once the end is written.
    encoder: Option<GzEncoder<Vec<u8>>>,
    /// Whether the encoder holds back something that it was given.
    holds: bool,
}

impl Compressed {
    fn new(stream: ByteStream) -> Self {
        let encoder = Some(GzEncoder::new(Vec::new(), Compression::default()));
        Self { stream, rest: Bytes::new(), encoder, holds: false }
    }

    /// Compresses what there is of `rest`, a piece of it at most; what is ready to be sent.
    fn compress(&mut self) -> io::Result<Bytes> {
        let Some(encoder) = &mut self.encoder else { return Ok(Bytes::new()) };
        encoder.write_all(&self.rest.split_to(self.rest.len().min(PIECE)))?;
        self.holds = true;
        Ok(taken(encoder))
    }

    /// What the encoder holds back, so that it is not late because the stream pauses.
    fn flush(&mut self) -> io::Result<Bytes> {
        self.holds = false;
        let Some(encoder) = &mut self.encoder else { return Ok(Bytes::new()) };
        encoder.flush()?;
        Ok(taken(encoder))
    }
}

fn taken(encoder: &mut GzEncoder<Vec<u8>>) -> Bytes {
    Bytes::from(std::mem::take(encoder.get_mut()))
}

impl Body for Compressed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        loop {
            if !this.rest.is_empty() {
                let ready = this.compress()?;
                if !ready.is_empty() {
                    return Poll::Ready(Some(Ok(Frame::data(ready))));
                }
                continue;
            }
            if this.encoder.is_none() {
                return Poll::Ready(None);
            }
            match Pin::new(&mut this.stream).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => this.rest = frame.into_data().unwrap_or_default(),
                Poll::Ready(Some(Err(error))) => {
                    this.encoder = None;
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(None) => {
                    let Some(encoder) = this.encoder.take() else { return Poll::Ready(None) };
                    return Poll::Ready(Some(Ok(Frame::data(Bytes::from(encoder.finish()?)))));
                }
                Poll::Pending if this.holds => {
                    let ready = this.flush()?;
                    if !ready.is_empty() {
                        return Poll::Ready(Some(Ok(Frame::data(ready))));
                    }
                }
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}
