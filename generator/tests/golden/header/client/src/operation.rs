//! One module an operation: what it takes, answers and fails with.

mod put_thing;

pub use put_thing::{PutThingError, PutThingInput, PutThingOutput};
