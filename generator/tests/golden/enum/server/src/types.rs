//! The types that operations take and answer.

mod suit;
mod rank;

pub use suit::Suit;
pub use rank::Rank;
