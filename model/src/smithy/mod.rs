//! Smithy, both as IDL and as JSON AST.

mod ast;
mod document;
mod model;
mod prelude;
mod resolve;
