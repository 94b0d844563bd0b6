//! The types that operations take and answer.

mod option_value;
mod result_value;
mod box_value;
mod vec_value;
mod client;
mod halt_value;
mod error_value;

pub use option_value::OptionValue;
pub use result_value::ResultValue;
pub use box_value::BoxValue;
pub use vec_value::VecValue;
pub use client::Client;
pub use halt_value::HaltValue;
pub use error_value::ErrorValue;
