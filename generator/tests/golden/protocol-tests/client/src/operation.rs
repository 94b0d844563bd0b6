//! One module an operation: what it takes, answers and fails with.

mod put_box;
mod get_picture;

pub use put_box::{PutBoxError, PutBoxInput, PutBoxOutput};
pub use get_picture::{GetPictureError, GetPictureInput, GetPictureOutput};
