//! Taking bodies out of gzip.

use std::error::Error;
use std::fmt;
use std::io::{self, BufRead, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes, BytesMut};
use flate2::bufread::MultiGzDecoder;
use http_body::{Body, Frame};

use super::PIECE;
use crate::value::{BodyError, ByteStream};

/// What `stream` holds compressed. It gives a piece at a time, however small the piece that it came from: whoever reads
/// it decides when there was too much.
pub(crate) fn decompressed(stream: ByteStream) -> ByteStream {
    ByteStream::from_body(Decompressed {
        stream,
        decoder: MultiGzDecoder::new(Arrived { piece: Bytes::new(), over: false }),
        room: BytesMut::new(),
    })
}

/// The body is not what its header says.
#[derive(Debug)]
pub(crate) struct NotGzip(io::Error);

impl fmt::Display for NotGzip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the body is not gzip: {}", self.0)
    }
}

impl Error for NotGzip {}

struct Decompressed {
    stream: ByteStream,
    decoder: MultiGzDecoder<Arrived>,
    room: BytesMut,
}

/// What has come and is not decompressed yet.
struct Arrived {
    piece: Bytes,
    /// Whether nothing more comes.
    over: bool,
}

impl BufRead for Arrived {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece.is_empty() && !self.over {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(&self.piece)
    }

    fn consume(&mut self, amount: usize) {
        self.piece.advance(amount.min(self.piece.len()));
    }
}

impl Read for Arrived {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(target)?;
        self.consume(read);
        Ok(read)
    }
}

impl Body for Decompressed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        loop {
            if this.room.is_empty() {
                this.room = BytesMut::zeroed(PIECE);
            }
            match this.decoder.read(&mut this.room) {
                Ok(0) => return Poll::Ready(None),
                Ok(read) => {
                    let piece = this.room.split_to(read).freeze();
                    return Poll::Ready(Some(Ok(Frame::data(piece))));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Poll::Ready(Some(Err(NotGzip(error).into()))),
            }
            let arrived = this.decoder.get_mut();
            match Pin::new(&mut this.stream).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => {
                    arrived.piece = frame.into_data().unwrap_or_default();
                }
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => arrived.over = true,
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}
