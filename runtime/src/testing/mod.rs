//! What tests of generated crates stand on: messages that are looked at instead of sent, and comparisons that say
//! what differs.
//!
//! Everything here panics where something is not as expected: that is how a test fails.
#![allow(clippy::panic, reason = "a test says what is wrong by panicking")]

#[cfg(feature = "client")]
mod client;
mod compare;
mod recorded;
#[cfg(feature = "server")]
mod server;

#[cfg(feature = "client")]
pub use client::{Reply, config, request};
pub use compare::{assert_same, assert_same_or_nan, assert_stream};
pub use recorded::{Recorded, RequestHead};
#[cfg(feature = "server")]
pub use server::{Script, TestRequest, answer};
