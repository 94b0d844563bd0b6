//! The types that operations take and answer.

mod card;
mod either;

pub use card::Card;
pub use either::Either;
