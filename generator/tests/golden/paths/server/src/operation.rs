//! One module an operation: what it takes, answers and fails with.

pub(crate) mod get_thing;
pub(crate) mod upload;

pub use get_thing::GetThingError;
pub use upload::{UploadError, UploadInput, UploadOutput};
