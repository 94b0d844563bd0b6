//! Bodies of JSON, into documents and into a generated type.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    farrier_fuzz::json::document(body);
    farrier_fuzz::json::generated_type(body);
});
