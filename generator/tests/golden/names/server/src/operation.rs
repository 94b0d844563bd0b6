//! One module an operation: what it takes, answers and fails with.

pub(crate) mod r#type;
pub(crate) mod self_;
pub(crate) mod send;

pub use r#type::{TypeError, TypeInput};
pub use self_::{SelfValueError, SelfValueInput};
pub use send::{SendError, SendInput};
