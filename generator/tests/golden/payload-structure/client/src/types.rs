//! The types that operations take and answer.

mod point;

pub use point::Point;
