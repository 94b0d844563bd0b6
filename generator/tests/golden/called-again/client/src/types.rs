//! The types that operations take and answer.

mod inner;

pub use inner::Inner;
