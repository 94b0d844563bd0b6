//! Smithy's JSON AST: any text is an API or diagnostics.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| farrier_fuzz::model::smithy_ast(text));
