//! Reads an API model, Smithy or OpenAPI, into one description of the API.
//!
//! ```text
//! path ─ read ─▶ Source ─ parse ─▶ Document ─ resolve ─▶ Model ─ lower ─▶ api::Api ─ check ─▶ diagnostics
//! ```
//!
//! [`read`] does all of it. Whatever is wrong with the model comes back as [`Diagnostic`]s, every
//! one of them with a place; nothing in a model makes this crate panic.

pub mod api;
pub mod check;
pub mod diagnostic;
pub mod dump;
pub mod jmespath;
mod node;
mod openapi;
mod reading;
pub mod smithy;
pub mod source;
pub mod suggestion;
#[cfg(test)]
#[path = "../tests/suite/mod.rs"]
mod suite;

pub use api::Api;
pub use diagnostic::{Diagnostic, Severity};
pub use reading::{Reading, read, read_sources};
pub use source::{Origin, Sources};
