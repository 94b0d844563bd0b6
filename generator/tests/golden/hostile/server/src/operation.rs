//! One module an operation: what it takes, answers and fails with.

pub(crate) mod send;

pub use send::{SendError, SendInput, SendOutput};
