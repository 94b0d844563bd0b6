//! Streams of bytes that can be checked wherever they arrive.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};

use bytes::Bytes;
use depot_server::farrier_runtime::ByteStream;
use http_body::{Body, Frame};

/// What repeats. Its length has no factor in common with those of buffers, so that a piece that is lost, doubled or moved
/// shows.
static PATTERN: LazyLock<Bytes> = LazyLock::new(|| {
    let bytes = (0..65_521_u32).map(|number| (number % 251) as u8 ^ (number >> 8) as u8);
    bytes.collect::<Vec<u8>>().into()
});

/// `size` bytes, made as they are taken.
pub(crate) fn pattern(size: u64) -> ByteStream {
    ByteStream::from_body(Pattern { left: size })
}

/// How many bytes `stream` gives, all of them the pattern's.
pub(crate) async fn count(mut stream: ByteStream) -> Result<u64, String> {
    let mut size = 0;
    while let Some(piece) = stream.next().await {
        let mut piece = piece.map_err(|error| error.to_string())?;
        while !piece.is_empty() {
            let start = usize::try_from(size % PATTERN.len() as u64).unwrap_or(0);
            let part = piece.split_to(piece.len().min(PATTERN.len() - start));
            if PATTERN.slice(start..start + part.len()) != part {
                return Err(format!("the bytes from {size} on are not those that were sent"));
            }
            size += part.len() as u64;
        }
    }
    Ok(size)
}

struct Pattern {
    left: u64,
}

impl Body for Pattern {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let size = self.left.min(PATTERN.len() as u64);
        self.left -= size;
        let piece = PATTERN.slice(..usize::try_from(size).unwrap_or(0));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
