//! One module an operation: what it takes, answers and fails with.

pub(crate) mod get_file;

pub use get_file::{GetFileError, GetFileInput, GetFileOutput};
