//! Values in paths, queries and headers, and timestamps.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| farrier_fuzz::text::everywhere(text));
