//! One module an operation: what it takes, answers and fails with.

pub(crate) mod put_box;
pub(crate) mod get_picture;

pub use put_box::{PutBoxError, PutBoxInput, PutBoxOutput};
pub use get_picture::{GetPictureError, GetPictureOutput};
