//! The types that operations take and answer.

mod not_there;
mod busy;
mod broken;

pub use not_there::NotThere;
pub use busy::Busy;
pub use broken::Broken;
