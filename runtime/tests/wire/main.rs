//! How values travel: in bodies, labels, queries, headers and errors.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by panicking"
)]

mod json_read;
mod json_scalars;
mod json_write;
#[cfg(feature = "server")]
mod patterns;
#[cfg(feature = "server")]
mod protocols;
mod round_trips;
mod streams;
mod texts;
mod timestamps;
#[cfg(feature = "server")]
mod violations;
#[cfg(feature = "serde")]
mod with_serde;
