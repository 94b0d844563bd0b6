//! Writes a Rust client crate and a Rust server crate from a description of an API.

mod name;
