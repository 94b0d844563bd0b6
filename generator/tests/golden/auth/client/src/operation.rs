//! One module an operation: what it takes, answers and fails with.

mod send;
mod send_openly;

pub use send::{SendError, SendInput};
pub use send_openly::{SendOpenlyError, SendOpenlyInput};
