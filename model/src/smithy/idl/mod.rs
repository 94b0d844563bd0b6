//! The Smithy IDL, 2.0 and 1.0: from the text of a `.smithy` file to a [`Document`].
//!
//! A hand-written lexer and recursive descent, one file a concern of the grammar
//! (<https://smithy.io/2.0/spec/idl.html>). Time and memory are linear in the text. An error ends its statement,
//! and reading goes on at what looks like the next one.

mod entity;
mod lexer;
mod names;
mod node;
mod operation;
mod parser;
mod shape;
mod statement;
#[cfg(test)]
mod tests;
mod text;
mod traits;

use crate::{
    diagnostic::Diagnostic,
    source::{SourceId, Sources},
};

use super::document::Document;

/// Reads one IDL file.
///
/// What is wrong with it goes to `diagnostics`; statements with an error are left out of the document.
pub(super) fn parse(
    sources: &Sources,
    source: SourceId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let mut parser = parser::Parser::new(sources.text(source), source, diagnostics);
    parser.parse_file();
    parser.document
}
