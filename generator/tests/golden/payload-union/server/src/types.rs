//! The types that operations take and answer.

mod shape;

pub use shape::Shape;
