//! Whole requests into the generated Lambda server.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|message: &[u8]| farrier_fuzz::lambda::request(message));
