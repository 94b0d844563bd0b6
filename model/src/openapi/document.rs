//! A document that may be incomplete or wrong: looking things up in it, and saying what is amiss.

use crate::{
    diagnostic::{Diagnostic, Severity},
    node::{Node, Place},
    source::SourceId,
};
use std::collections::HashSet;

/// Which OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0.x: schemas are nearly JSON Schema.
    V3_0,
    /// 3.1.x: schemas are JSON Schema 2020-12.
    V3_1,
}

/// A document, and what has been found out about it.
pub(super) struct Document<'a> {
    pub(super) root: Place<'a>,
    pub(super) version: Version,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Document<'a> {
    /// The document `node`, if it is one of OpenAPI 3.0 or 3.1.
    pub(super) fn open(
        node: &'a Node,
        source: SourceId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let root = Place::root(node, source);
        if let Some(place) = root.get("swagger") {
            let message = "this is a Swagger 2.0 document; Farrier reads OpenAPI 3.0 and 3.1";
            let help = "convert it to OpenAPI 3.0 first";
            let diagnostic = Diagnostic::unsupported("openapi-version", place.origin(), message);
            diagnostics.push(diagnostic.with_help(help));
            return None;
        }
        let Some(place) = root.get("openapi") else {
            let message = "this is no OpenAPI document: it has no member `openapi`";
            diagnostics.push(Diagnostic::invalid("openapi-version", root.origin(), message));
            return None;
        };
        let version = match place.node.as_str() {
            Some(text) if text == "3.0" || text.starts_with("3.0.") => Version::V3_0,
            Some(text) if text == "3.1" || text.starts_with("3.1.") => Version::V3_1,
            Some(text) => {
                let message = format!("Farrier reads OpenAPI 3.0 and 3.1, not {text}");
                let origin = place.origin();
                diagnostics.push(Diagnostic::unsupported("openapi-version", origin, message));
                return None;
            }
            None => {
                let message = format!("`openapi` must be a string, not {}", place.node.kind());
                let diagnostic = Diagnostic::invalid("openapi-version", place.origin(), message);
                diagnostics.push(diagnostic.with_help("put the version in quotes"));
                return None;
            }
        };
        Some(Self { root, version, diagnostics: Vec::new() })
    }

    /// Says that the document is wrong.
    pub(super) fn invalid(
        &mut self,
        code: &'static str,
        place: &Place<'a>,
        message: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::invalid(code, place.origin(), message));
    }

    /// Says that Farrier cannot do this yet.
    pub(super) fn unsupported(
        &mut self,
        code: &'static str,
        place: &Place<'a>,
        message: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::unsupported(code, place.origin(), message));
    }

    /// Says that Farrier does not heed this, which does not stop it.
    pub(super) fn ignored(
        &mut self,
        code: &'static str,
        severity: Severity,
        place: &Place<'a>,
        message: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::unsupported(code, place.key_origin(), message);
        self.diagnostics.push(diagnostic.with_severity(severity));
    }

    /// The member `name`, which must be an object if it is there.
    pub(super) fn object(&mut self, place: &Place<'a>, name: &str) -> Option<Place<'a>> {
        let member = place.get(name)?;
        self.expect(&member, name, "an object", member.node.as_object().is_some())
    }

    /// The member `name`, which must be an array if it is there.
    pub(super) fn array(&mut self, place: &Place<'a>, name: &str) -> Option<Place<'a>> {
        let member = place.get(name)?;
        self.expect(&member, name, "an array", member.node.as_array().is_some())
    }

    /// The member `name`, which must be a string if it is there.
    pub(super) fn string(&mut self, place: &Place<'a>, name: &str) -> Option<&'a str> {
        let member = place.get(name)?;
        let text = member.node.as_str();
        self.expect(&member, name, "a string", text.is_some())?;
        text
    }

    /// The member `name`, which must be a boolean if it is there; `false` if it is not.
    pub(super) fn boolean(&mut self, place: &Place<'a>, name: &str) -> bool {
        let Some(member) = place.get(name) else { return false };
        let value = member.node.as_bool();
        self.expect(&member, name, "a boolean", value.is_some());
        value.unwrap_or(false)
    }

    fn expect(
        &mut self,
        member: &Place<'a>,
        name: &str,
        expected: &str,
        holds: bool,
    ) -> Option<Place<'a>> {
        if !holds {
            let message = format!("`{name}` must be {expected}, not {}", member.node.kind());
            self.invalid("openapi-structure", member, message);
            return None;
        }
        Some(member.clone())
    }

    /// What sorts places by where they are written.
    pub(super) fn order(&self, place: &Place<'a>) -> Vec<usize> {
        let mut order = Vec::new();
        let mut node = self.root.node;
        for step in place.pointer().split('/').skip(1) {
            let next = match node {
                Node::Object(members) => {
                    let name = step.replace("~1", "/").replace("~0", "~");
                    members.get_full(&name).map(|(index, _, member)| (index, member))
                }
                Node::Array(items) => {
                    let index = step.parse().unwrap_or(usize::MAX);
                    items.get(index).map(|item| (index, item))
                }
                _ => None,
            };
            let Some((index, next)) = next else { break };
            order.push(index);
            node = next;
        }
        order
    }

    /// What `place` stands for: itself, or what its `$ref` leads to in the end.
    pub(super) fn resolve(&mut self, place: &Place<'a>) -> Option<Place<'a>> {
        let mut seen = HashSet::new();
        let mut place = place.clone();
        while let Some(reference) = place.get("$ref") {
            let target = self.follow(&reference)?;
            if !seen.insert(target.pointer()) {
                let message = "these references lead in a circle and never to anything";
                self.invalid("openapi-ref-cycle", &reference, message);
                return None;
            }
            place = target;
        }
        if place.node.as_object().is_none() {
            let message = format!("an object is expected here, not {}", place.node.kind());
            self.invalid("openapi-structure", &place, message);
            return None;
        }
        Some(place)
    }

    /// What the value of a `$ref` leads to, one step.
    pub(super) fn follow(&mut self, reference: &Place<'a>) -> Option<Place<'a>> {
        let Some(text) = reference.node.as_str() else {
            let message = format!("`$ref` must be a string, not {}", reference.node.kind());
            self.invalid("openapi-structure", reference, message);
            return None;
        };
        let Some(fragment) = text.strip_prefix('#') else {
            let message = format!("`{text}` leads to another document");
            self.unsupported("openapi-external-ref", reference, message);
            return None;
        };
        if !fragment.is_empty() && !fragment.starts_with('/') {
            let message = format!("`{text}` leads to an anchor, not to a path in the document");
            self.unsupported("openapi-anchor-ref", reference, message);
            return None;
        }
        let target = find(&self.root, fragment);
        if target.is_none() {
            self.invalid("openapi-ref", reference, format!("there is nothing at `{text}`"));
        }
        target
    }
}

/// What a URI fragment that is an RFC 6901 pointer leads to.
fn find<'a>(root: &Place<'a>, fragment: &str) -> Option<Place<'a>> {
    let mut place = root.clone();
    for step in fragment.split('/').skip(1) {
        let name = percent_decode(step)?.replace("~1", "/").replace("~0", "~");
        place = match place.node {
            Node::Array(_) => place.items().nth(name.parse().ok()?)?,
            _ => place.get(&name)?,
        };
    }
    Some(place)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        match (first, behind) {
            (b'%', [high, low, behind @ ..]) => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let value = digit(*high)? * 16 + digit(*low)?;
                bytes.push(u8::try_from(value).ok()?);
                rest = behind;
            }
            _ => bytes.push(first),
        }
    }
    String::from_utf8(bytes).ok()
}
