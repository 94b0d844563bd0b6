//! The types that operations take and answer.

mod inner;
mod outer;

pub use inner::Inner;
pub use outer::Outer;
