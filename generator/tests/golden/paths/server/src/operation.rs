//! One module an operation: what it takes, answers and fails with.

pub(crate) mod get_thing;

pub use get_thing::GetThingError;
