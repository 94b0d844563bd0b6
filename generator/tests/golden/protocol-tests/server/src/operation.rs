//! One module an operation: what it takes, answers and fails with.

pub(crate) mod put_box;
pub(crate) mod get_picture;
pub(crate) mod add_note;
pub(crate) mod put_picture;

pub use put_box::{PutBoxError, PutBoxInput, PutBoxOutput};
pub use get_picture::{GetPictureError, GetPictureOutput};
pub use add_note::{AddNoteError, AddNoteInput, AddNoteOutput};
pub use put_picture::{PutPictureError, PutPictureInput};
