//! The types that operations take and answer.

mod odd;
mod old_style;

pub use odd::Odd;
pub use old_style::OldStyle;
