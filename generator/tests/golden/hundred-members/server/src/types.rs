//! The types that operations take and answer.

mod hundred;

pub use hundred::Hundred;
