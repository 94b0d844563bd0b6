//! One module an operation: what it takes, answers and fails with.

pub(crate) mod find_things;

pub use find_things::{FindThingsError, FindThingsInput};
