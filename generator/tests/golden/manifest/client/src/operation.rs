//! One module an operation: what it takes, answers and fails with.

mod ping;

pub use ping::{PingError, PingInput};
