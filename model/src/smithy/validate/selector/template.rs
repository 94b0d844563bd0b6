//! Messages with what `@{trait|documentation}` and its like stand for.

use super::{Evaluation, Graph, Part, attribute, parse};
use crate::smithy::validate::graph::Node;

/// A message that says something else of each shape.
pub(in crate::smithy::validate) struct Template(Vec<Piece>);

enum Piece {
    Text(String),
    Attribute(Vec<Part>),
}

impl Template {
    /// Parses a template; `@@` stands for `@`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a sentence's end: "the template …".
    pub(in crate::smithy::validate) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('@') {
            literal += before;
            if let Some(attribute) = behind.strip_prefix('{') {
                let (path, length) = parse::attribute_path(attribute)?;
                pieces.push(Piece::Text(std::mem::take(&mut literal)));
                pieces.push(Piece::Attribute(path));
                rest = attribute.get(length..).unwrap_or_default();
            } else {
                literal.push('@');
                rest = behind.strip_prefix('@').unwrap_or(behind);
            }
        }
        literal += rest;
        pieces.push(Piece::Text(literal));
        Ok(Self(pieces))
    }

    /// What it says of a node.
    pub(in crate::smithy::validate) fn fill(&self, graph: &Graph<'_>, node: Node<'_>) -> String {
        let evaluation = Evaluation::new(graph);
        let filled = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Attribute(path) => attribute::shown(&evaluation, node, path),
        });
        filled.collect()
    }
}
