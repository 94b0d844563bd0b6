//! What must be on the wire for given values: the model's protocol tests.

mod put_box;
mod get_picture;
mod add_note;
mod put_picture;
