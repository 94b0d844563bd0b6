//! One module an operation: what it takes, answers and fails with.

mod get_thing;

pub use get_thing::{GetThingError, GetThingInput};
