//! The types that operations take and answer.

mod settings;
mod mode;

pub use settings::Settings;
pub use mode::Mode;
