//! The types that operations take and answer.

mod nested;
mod odd;
mod failure;

pub use nested::Nested;
pub use odd::Odd;
pub use failure::Failure;
