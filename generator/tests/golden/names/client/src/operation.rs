//! One module an operation: what it takes, answers and fails with.

mod r#type;
mod self_;
mod send;

pub use r#type::{TypeError, TypeInput};
pub use self_::{SelfValueError, SelfValueInput};
pub use send::{SendError, SendInput};
