//! One module an operation: what it takes, answers and fails with.

mod send;
mod receive;

pub use send::{SendError, SendInput};
pub use receive::{ReceiveError, ReceiveInput, ReceiveOutput};
