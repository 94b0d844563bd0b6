//! One module an operation: what it takes, answers and fails with.

mod get_thing;
mod upload;

pub use get_thing::{GetThingError, GetThingInput};
pub use upload::{UploadError, UploadInput, UploadOutput};
