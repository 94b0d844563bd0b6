//! A service in memory: every kind of binding, and every way to be refused, in both protocols.
#![cfg(feature = "server")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by panicking"
)]

mod bindings;
mod calls;
mod handlers;
mod refusals;
#[path = "../sample/mod.rs"]
mod sample;
#[cfg(feature = "serve")]
mod times;
mod violations;
