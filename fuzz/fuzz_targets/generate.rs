//! From a model of any language to both crates: whatever is written is Rust.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| farrier_fuzz::generation::crates(text));
