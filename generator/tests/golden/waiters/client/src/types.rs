//! The types that operations take and answer.

mod order;
mod order_state;
mod line;
mod part;
mod order_unknown;

pub use order::Order;
pub use order_state::OrderState;
pub use line::Line;
pub use part::Part;
pub use order_unknown::OrderUnknown;
