//! One module an operation: what it takes, answers and fails with.

mod send;

pub use send::{SendError, SendInput, SendOutput};
