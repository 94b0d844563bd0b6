//! One module an operation: what it takes, answers and fails with.

pub(crate) mod get;

pub use get::{GetError, GetInput};
