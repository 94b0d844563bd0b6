//! One module an operation: what it takes, answers and fails with.

pub(crate) mod send;
pub(crate) mod receive;

pub use send::SendError;
pub use receive::{ReceiveError, ReceiveOutput};
