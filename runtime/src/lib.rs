//! What the crates that Farrier generates stand on.
//!
//! Generated code says what an API is; this crate knows how to do what follows from it: read and write bodies, put values
//! into paths, queries and headers, call, retry and sign, route, check and answer.

#[cfg(feature = "client")]
pub mod auth;
#[cfg(feature = "client")]
pub mod client;
pub mod codec;
#[cfg(feature = "gzip")]
mod gzip;
pub mod http;
pub mod protocol;
#[cfg(feature = "server")]
pub mod server;
#[cfg(all(feature = "testing", any(feature = "client", feature = "server")))]
pub mod testing;
#[cfg(any(feature = "client", feature = "serve"))]
mod timer;
pub mod value;

pub use value::{
    BigDecimal, BigInteger, Blob, ByteStream, Document, Redacted, Timestamp, TimestampFormat,
    UnknownValue,
};
