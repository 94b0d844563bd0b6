//! One module an operation: what it takes, answers and fails with.

mod get_file;

pub use get_file::{GetFileError, GetFileInput, GetFileOutput};
