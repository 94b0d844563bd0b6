//! One module an operation: what it takes, answers and fails with.

mod find_things;

pub use find_things::{FindThingsError, FindThingsInput};
