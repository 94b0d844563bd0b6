//! Bodies in gzip, piece by piece: neither side holds more than a piece of one.

#[cfg(feature = "client")]
mod compress;
#[cfg(feature = "server")]
mod decompress;

#[cfg(feature = "client")]
pub(crate) use compress::{compressed, compressed_stream};
#[cfg(feature = "server")]
pub(crate) use decompress::{NotGzip, decompressed};

/// How much is compressed, or decompressed, at once.
#[cfg(any(feature = "client", feature = "server"))]
const PIECE: usize = 32 * 1024;
