//! Smithy, both as IDL and as JSON AST.

mod document;
