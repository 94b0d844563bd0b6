//! `oneOf` and `anyOf`, as far as they leave no choice.

use super::{Kind, Schema, Schemas, identity};
use crate::{
    node::{Node, Place},
    openapi::document::Document,
};
use std::{collections::HashSet, rc::Rc};

impl<'a> Schemas<'a> {
    /// Reads what `keyword` offers: nothing but null and one schema, which is then one of `parts`; or
    /// the values of an enum one by one. Any other choice is refused.
    pub(super) fn read_choice(
        &mut self,
        document: &mut Document<'a>,
        schema: &mut Schema<'a>,
        keyword: &str,
        choices: &Place<'a>,
        parts: &mut Vec<Place<'a>>,
    ) {
        let mut others: Vec<Place<'a>> = choices.items().collect();
        others.retain(|choice| {
            let null = is_null(choice);
            schema.nullable |= null;
            !null
        });
        if let [only] = others.as_slice() {
            parts.push(only.clone());
            return;
        }
        if others.is_empty() || self.read_values_one_by_one(document, schema, &others) {
            return;
        }
        let code = if keyword == "oneOf" { "openapi-one-of" } else { "openapi-any-of" };
        let message =
            format!("`{keyword}` with a choice of {} schemas is not supported", others.len());
        let origin = choices.key_origin();
        document.diagnostics.push(crate::Diagnostic::unsupported(code, origin, message));
    }

    /// Whether each choice lists strings; if so, `schema` is an enum of them all.
    fn read_values_one_by_one(
        &mut self,
        document: &mut Document<'a>,
        schema: &mut Schema<'a>,
        choices: &[Place<'a>],
    ) -> bool {
        let is_enum = |choice: &Place<'a>| {
            choice.get("$ref").is_none()
                && (choice.get("enum").is_some() || choice.get("const").is_some())
        };
        if schema.values.is_some() || !choices.iter().all(is_enum) {
            return false;
        }
        let read: Vec<Rc<Schema<'a>>> =
            choices.iter().map(|choice| self.read(document, choice)).collect();
        if !read.iter().all(|choice| choice.kind == Some(Kind::String)) {
            return false;
        }
        let mut seen = HashSet::new();
        let mut values: Vec<super::Value<'a>> = Vec::new();
        for choice in read {
            for value in choice.values.iter().flatten() {
                if seen.insert(identity(value.place.node)) {
                    let mut value = value.clone();
                    value.description = choice.description;
                    value.deprecated = choice.deprecated;
                    values.push(value);
                }
            }
            schema.nullable |= choice.nullable;
        }
        schema.kind = Some(Kind::String);
        schema.values = Some(values);
        true
    }
}

/// Whether null is the only value of a schema.
fn is_null(choice: &Place<'_>) -> bool {
    let null = Node::Array(vec![Node::Null]);
    choice.node.get("type").and_then(Node::as_str) == Some("null")
        || choice.node.get("enum") == Some(&null)
        || choice.node.get("const") == Some(&Node::Null)
}
