//! The types that operations take and answer.

mod simple;

pub use simple::Simple;
