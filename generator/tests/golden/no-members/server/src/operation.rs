//! One module an operation: what it takes, answers and fails with.

pub(crate) mod ping;
pub(crate) mod wait;

pub use ping::PingError;
pub use wait::{WaitError, WaitInput, WaitOutput};
