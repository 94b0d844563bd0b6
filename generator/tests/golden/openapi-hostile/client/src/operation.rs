//! One module an operation: what it takes, answers and fails with.

mod get;

pub use get::{GetError, GetInput};
