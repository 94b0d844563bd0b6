//! Streams over loopback sockets: what happens when one side is slow, stops, fails or lies.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]
#![allow(unreachable_pub, reason = "nothing of a test is reachable")]

mod bodies;
mod compression;
mod fixture;
mod limits;
mod requests;
mod responses;
