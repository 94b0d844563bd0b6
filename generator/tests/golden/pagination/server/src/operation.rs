//! One module an operation: what it takes, answers and fails with.

pub(crate) mod list_orders;
pub(crate) mod list_tags;
pub(crate) mod list_rest;

pub use list_orders::{ListOrdersError, ListOrdersInput, ListOrdersOutput};
pub use list_tags::{ListTagsError, ListTagsInput, ListTagsOutput};
pub use list_rest::{ListRestError, ListRestInput, ListRestOutput};
