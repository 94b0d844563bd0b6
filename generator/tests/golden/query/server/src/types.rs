//! The types that operations take and answer.

mod order;

pub use order::Order;
