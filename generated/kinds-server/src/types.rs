//! The types that operations take and answer.

mod refused;
mod broken;
mod tree;
mod choice;
mod suit;
mod rank;

pub use refused::Refused;
pub use broken::Broken;
pub use tree::Tree;
pub use choice::Choice;
pub use suit::Suit;
pub use rank::Rank;
