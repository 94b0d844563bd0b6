//! The types that operations take and answer.

mod odd_name1;
mod odd_name1_kind;

pub use odd_name1::OddName1;
pub use odd_name1_kind::OddName1Kind;
