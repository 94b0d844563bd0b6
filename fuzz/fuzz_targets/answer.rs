//! Whole answers into the generated Lambda client.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|message: &[u8]| farrier_fuzz::lambda::answer(message));
