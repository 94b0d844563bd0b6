//! One module an operation: what it takes, answers and fails with.

pub(crate) mod send;
pub(crate) mod stream;
pub(crate) mod sum;
pub(crate) mod offer;

pub use send::{SendError, SendInput};
pub use stream::{StreamError, StreamInput};
pub use sum::{SumError, SumInput};
pub use offer::{OfferError, OfferInput};
