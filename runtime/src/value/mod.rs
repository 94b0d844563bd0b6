//! The values of a model that Rust's own types do not hold: blobs, timestamps, documents, big numbers, streams.

mod big;
mod blob;
mod civil;
mod document;
mod redacted;
#[cfg(feature = "serde")]
mod serde;
mod stream;
mod timestamp;
mod unknown;

pub(crate) use big::NumberText;
pub use big::{BigDecimal, BigInteger, NotANumber};
pub use blob::Blob;
pub use document::{Document, Number};
pub use redacted::Redacted;
#[cfg(feature = "io")]
pub use stream::StreamReader;
pub use stream::{BodyError, ByteStream};
pub use timestamp::{ParseTimestampError, Timestamp, TimestampFormat};
pub use unknown::UnknownValue;
