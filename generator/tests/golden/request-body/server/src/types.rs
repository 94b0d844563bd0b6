//! The types that operations take and answer.

mod algorithm;

pub use algorithm::Algorithm;
