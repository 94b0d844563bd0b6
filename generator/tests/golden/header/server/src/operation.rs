//! One module an operation: what it takes, answers and fails with.

pub(crate) mod put_thing;

pub use put_thing::{PutThingError, PutThingInput, PutThingOutput};
