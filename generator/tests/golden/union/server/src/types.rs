//! The types that operations take and answer.

mod choice;

pub use choice::Choice;
