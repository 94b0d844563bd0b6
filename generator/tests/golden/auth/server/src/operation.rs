//! One module an operation: what it takes, answers and fails with.

pub(crate) mod send;
pub(crate) mod send_openly;

pub use send::SendError;
pub use send_openly::SendOpenlyError;
