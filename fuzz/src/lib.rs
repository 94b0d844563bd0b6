//! What must hold whatever the input. Each function takes one input and panics where something does not hold.
//!
//! `cargo xtask fuzz` runs them; with `--target TARGET --input FILE` it runs one input.

pub mod generation;
pub mod json;
pub mod lambda;
pub mod message;
pub mod model;
pub mod operations;
pub mod text;
