//! One module an operation: what it takes, answers and fails with.

pub(crate) mod ping;

pub use ping::{PingError, PingInput};
