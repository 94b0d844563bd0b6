//! One module an operation: what it takes, answers and fails with.

pub(crate) mod get_order;

pub use get_order::{GetOrderError, GetOrderInput, GetOrderOutput};
