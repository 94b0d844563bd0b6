//! One module an operation: what it takes, answers and fails with.

mod ping;
mod wait;

pub use ping::{PingError, PingInput};
pub use wait::{WaitError, WaitInput, WaitOutput};
