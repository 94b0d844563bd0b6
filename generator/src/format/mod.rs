//! Rust tokens printed as the source text of one file.
//!
//! `prettyplease` decides every line; this module adds what it leaves out, so that the text reads as if it had been
//! written by hand:
//!
//! - a blank line between items and between methods, except where one-line items stand in a group;
//! - `//` comments: `#[comment = " text"]` on an item, field, arm or statement prints as `// text` before it, and
//!   `#[comment = "@"]` ([`MARKER`]) as an empty line, to part the paragraphs of a body;
//! - documentation and comments of several lines, one `///` or `//` a line, without what cannot or must not stand in a
//!   comment: carriage returns, control characters, and characters that change the direction of text.

use std::fmt;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

mod spacing;
mod tokens;

/// The text of a `#[comment = "…"]` that prints as an empty line.
pub(crate) const MARKER: &str = "@";

/// Prints the tokens of one file.
///
/// # Errors
///
/// If the tokens are not a Rust file, with the reason and where in them it lies.
pub(crate) fn print(tokens: TokenStream) -> Result<String, PrintError> {
    let tokens = tokens::normalized(tokens);
    let mut file = syn::parse2::<syn::File>(tokens.clone())
        .map_err(|error| PrintError::new(&error, tokens))?;
    spacing::mark(&mut file);
    Ok(spacing::restore(&prettyplease::unparse(&file)))
}

/// The attributes that print as documentation, one `///` a line.
pub(crate) fn docs<L: AsRef<str>>(lines: &[L]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line.as_ref()));
    quote!(#(#[doc = #lines])*)
}

/// The attributes that print as documentation of the enclosing module or crate, one `//!` a line.
pub(crate) fn inner_docs<L: AsRef<str>>(lines: &[L]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line.as_ref()));
    quote!(#(#![doc = #lines])*)
}

/// The attribute that prints as a `//` comment before an item, field, arm or statement.
pub(crate) fn comment(text: &str) -> TokenStream {
    let text = spaced(text);
    quote!(#[comment = #text])
}

fn spaced(line: &str) -> Literal {
    if line.is_empty() { Literal::string("") } else { Literal::string(&format!(" {line}")) }
}

/// Tokens that are not a Rust file: a fault of the emitter, which says where to look for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PrintError {
    reason: String,
    rest: String,
}

impl PrintError {
    fn new(error: &syn::Error, tokens: TokenStream) -> Self {
        Self { reason: error.to_string(), rest: spacing::unparsed(tokens) }
    }
}

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "generated code does not parse: {}, at: {}", self.reason, self.rest)
    }
}

impl std::error::Error for PrintError {}

#[cfg(test)]
mod tests;
