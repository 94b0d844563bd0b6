//! One module an operation: what it takes, answers and fails with.

mod put_box;
mod get_picture;
mod add_note;
mod put_picture;

pub use put_box::{PutBoxError, PutBoxInput, PutBoxOutput};
pub use get_picture::{GetPictureError, GetPictureInput, GetPictureOutput};
pub use add_note::{AddNoteError, AddNoteInput, AddNoteOutput};
pub use put_picture::{PutPictureError, PutPictureInput};
