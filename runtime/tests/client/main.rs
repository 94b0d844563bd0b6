//! Calls, against services in memory and over sockets.
#![cfg(feature = "client")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]
#![allow(unreachable_pub, reason = "nothing of a test is reachable")]

mod api;
mod attempts;
mod errors;
mod memory;
mod pages;
mod requests;
#[cfg(feature = "hyper")]
mod scripted;
#[cfg(feature = "hyper")]
mod sockets;
#[cfg(feature = "hyper")]
mod timers;
#[cfg(feature = "tls")]
mod tls;
#[cfg(feature = "tracing")]
mod traced;
mod waiters;
