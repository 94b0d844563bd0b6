//! One module an operation: what it takes, answers and fails with.

mod send;
mod stream;
mod sum;
mod offer;

pub use send::{SendError, SendInput};
pub use stream::{StreamError, StreamInput};
pub use sum::{SumError, SumInput};
pub use offer::{OfferError, OfferInput};
