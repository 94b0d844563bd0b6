//! JSON (RFC 8259).

mod document;
mod member;
mod number;
mod read;
mod scan;
mod write;

pub use read::JsonReader;
pub use write::JsonWriter;
pub(crate) use write::not_finite;
