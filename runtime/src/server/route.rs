//! The static tree that finds a request's operation by its method, path and query.

use std::ops::Range;

use crate::http::{decode_percent, query_pairs};

/// A place in the tree: what may follow one path segment.
///
/// Generated code builds the tree in a `static`. At each segment the most specific way is tried first (a literal, a
/// segment with literal parts, a label, a greedy label), and the next one where that leads nowhere. Every edge takes
/// exactly one segment, so a request visits a node at most once: the work is bounded by the size of the tree.
#[derive(Debug)]
pub struct Node {
    literals: &'static [(&'static str, &'static Node)],
    mixed: &'static [(Mixed, &'static Node)],
    label: Option<&'static Node>,
    greedy: &'static [Greedy],
    endpoints: &'static [Endpoint],
}

impl Node {
    /// A node that leads nowhere.
    pub const fn new() -> Self {
        Self { literals: &[], mixed: &[], label: None, greedy: &[], endpoints: &[] }
    }

    /// Segments with a fixed text, not percent-encoded, in byte order.
    ///
    /// # Panics
    /// While compiling, if they are not in strict byte order.
    #[must_use]
    pub const fn literals(self, literals: &'static [(&'static str, &'static Node)]) -> Self {
        assert!(are_in_order(literals), "the literals of a route must be in strict byte order");
        Self { literals, ..self }
    }

    /// Segments with fixed parts around labels, as `{name}.json` or `{id}:cancel`; tried in this order.
    #[must_use]
    pub const fn mixed(self, mixed: &'static [(Mixed, &'static Node)]) -> Self {
        Self { mixed, ..self }
    }

    /// Any other segment that is not empty.
    #[must_use]
    pub const fn label(self, label: &'static Node) -> Self {
        Self { label: Some(label), ..self }
    }

    /// Labels that take one segment or more, tried in this order: longer tails first.
    #[must_use]
    pub const fn greedy(self, greedy: &'static [Greedy]) -> Self {
        Self { greedy, ..self }
    }

    /// The operations of a path that ends here.
    #[must_use]
    pub const fn endpoints(self, endpoints: &'static [Endpoint]) -> Self {
        Self { endpoints, ..self }
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::new()
    }
}

/// A greedy label and the literal segments after it: `{Key+}` or `{Key+}/versions`.
#[derive(Debug)]
pub struct Greedy {
    tail: &'static [&'static str],
    endpoints: &'static [Endpoint],
}

impl Greedy {
    /// A greedy label before these segments.
    pub const fn new(tail: &'static [&'static str], endpoints: &'static [Endpoint]) -> Self {
        Self { tail, endpoints }
    }
}

/// A segment that holds labels and fixed text: `{name}.{extension}` is `Mixed::new(&["", ".", ""])`.
#[derive(Debug)]
pub struct Mixed {
    parts: &'static [&'static str],
}

impl Mixed {
    /// The fixed texts before, between and after the labels: always one more than there are labels.
    ///
    /// Parts are percent-encoded as a client would send them. The first and the last may be empty.
    pub const fn new(parts: &'static [&'static str]) -> Self {
        Self { parts }
    }

    /// Adds the labels of `segment`, or leaves `labels` as it was and answers `false`.
    ///
    /// Each label but the last takes as little as it can, and at least one character.
    fn captures(&self, segment: &str, start: usize, labels: &mut Vec<Range<usize>>) -> bool {
        let [first, middle @ .., last] = self.parts else {
            return false;
        };
        let Some(rest) = segment.strip_prefix(first).and_then(|rest| rest.strip_suffix(last))
        else {
            return false;
        };
        let before = labels.len();
        let mut at = start + first.len();
        let mut rest = rest;
        for part in middle {
            let Some(length) = find_after_one(rest, part) else {
                labels.truncate(before);
                return false;
            };
            labels.push(at..at + length);
            at += length + part.len();
            rest = rest.get(length + part.len()..).unwrap_or_default();
        }
        if rest.is_empty() {
            labels.truncate(before);
            return false;
        }
        labels.push(at..at + rest.len());
        true
    }
}

/// One operation's method and query at the end of a path.
#[derive(Debug)]
pub struct Endpoint {
    method: &'static str,
    query: &'static [(&'static str, Option<&'static str>)],
    operation: usize,
}

impl Endpoint {
    /// Operation number `operation` of the service, for this method.
    pub const fn new(method: &'static str, operation: usize) -> Self {
        Self { method, query: &[], operation }
    }

    /// Parameters that must be in the query: with this value, or with any.
    ///
    /// Of two endpoints that match, the one that asks for more wins.
    #[must_use]
    pub const fn query(self, query: &'static [(&'static str, Option<&'static str>)]) -> Self {
        Self { query, ..self }
    }

    fn matches_query(&self, query: &str) -> bool {
        self.query.iter().all(|(name, value)| {
            query_pairs(query)
                .flatten()
                .any(|(other, text)| other == *name && value.is_none_or(|value| text == value))
        })
    }
}

/// Where a request goes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Routed {
    /// To this operation; the labels are places in the path, in the order of the pattern.
    Operation { operation: usize, labels: Vec<Range<usize>> },
    /// The path and the query exist, with these methods only.
    MethodNotAllowed(Vec<&'static str>),
    /// Nowhere.
    NotFound,
}

/// Finds the operation of a request.
///
/// One `/` at the end of the path is overlooked, unless a pattern has it too or a greedy label takes it.
/// Segments are compared after percent-decoding; a decoded `/` never separates segments, and `.` and `..` are texts
/// like any other.
pub(crate) fn route(root: &'static Node, method: &str, path: &str, query: &str) -> Routed {
    let Some(path_from_root) = path.strip_prefix('/') else {
        return Routed::NotFound;
    };
    let mut search = Search { method, path, query, labels: Vec::new(), allowed: Vec::new() };
    let start = path.len() - path_from_root.len();
    // `/` alone is a path without segments.
    let found = if path_from_root.is_empty() {
        search.end(root.endpoints)
    } else {
        search.descend(root, start)
    };
    match found {
        Some(operation) => Routed::Operation { operation, labels: search.labels },
        None if search.allowed.is_empty() => Routed::NotFound,
        None => Routed::MethodNotAllowed(search.allowed),
    }
}

struct Search<'r> {
    method: &'r str,
    path: &'r str,
    query: &'r str,
    labels: Vec<Range<usize>>,
    allowed: Vec<&'static str>,
}

impl Search<'_> {
    /// Follows the segment that starts at byte `start`. As deep as the tree is, and no deeper.
    fn descend(&mut self, node: &'static Node, start: usize) -> Option<usize> {
        let rest = self.path.get(start..)?;
        let segment = rest.split_once('/').map_or(rest, |(segment, _)| segment);
        let next = (segment.len() < rest.len()).then_some(start + segment.len() + 1);

        if let Some(child) = literal(node.literals, segment)
            && let Some(operation) = self.step(child, next)
        {
            return Some(operation);
        }
        if segment.is_empty() && next.is_none() {
            // The `/` at the end.
            return self.end(node.endpoints);
        }
        for (mixed, child) in node.mixed {
            let before = self.labels.len();
            if mixed.captures(segment, start, &mut self.labels) {
                if let Some(operation) = self.step(child, next) {
                    return Some(operation);
                }
                self.labels.truncate(before);
            }
        }
        if let Some(child) = node.label
            && !segment.is_empty()
        {
            self.labels.push(start..start + segment.len());
            if let Some(operation) = self.step(child, next) {
                return Some(operation);
            }
            self.labels.pop();
        }
        for greedy in node.greedy {
            if let Some(length) = before_tail(rest, greedy.tail) {
                self.labels.push(start..start + length);
                if let Some(operation) = self.end(greedy.endpoints) {
                    return Some(operation);
                }
                self.labels.pop();
            }
        }
        None
    }

    fn step(&mut self, node: &'static Node, next: Option<usize>) -> Option<usize> {
        match next {
            Some(start) => self.descend(node, start),
            None => self.end(node.endpoints),
        }
    }

    fn end(&mut self, endpoints: &'static [Endpoint]) -> Option<usize> {
        let mut best: Option<&Endpoint> = None;
        for endpoint in endpoints {
            let more_specific = best.is_none_or(|best| best.query.len() < endpoint.query.len());
            let right_method = endpoint.method == self.method;
            if (right_method && !more_specific) || !endpoint.matches_query(self.query) {
                continue;
            }
            if right_method {
                best = Some(endpoint);
            } else if !self.allowed.contains(&endpoint.method) {
                self.allowed.push(endpoint.method);
            }
        }
        best.map(|endpoint| endpoint.operation)
    }
}

fn literal(literals: &[(&'static str, &'static Node)], segment: &str) -> Option<&'static Node> {
    if literals.is_empty() {
        return None;
    }
    let segment = decode_percent(segment)?;
    let index = literals.binary_search_by(|(literal, _)| (*literal).cmp(&segment)).ok()?;
    literals.get(index).map(|(_, node)| *node)
}

/// The length of what a greedy label takes of `rest` before `tail`: at least one character.
fn before_tail(rest: &str, tail: &[&str]) -> Option<usize> {
    let mut left = rest;
    if !tail.is_empty() {
        left = left.strip_suffix('/').unwrap_or(left);
    }
    for wanted in tail.iter().rev() {
        let (before, segment) = left.rsplit_once('/')?;
        if decode_percent(segment)? != *wanted {
            return None;
        }
        left = before;
    }
    (!left.is_empty()).then_some(left.len())
}

/// The place of `part` in `text`, not counting the first character; the whole of `text` where `part` is empty.
fn find_after_one(text: &str, part: &str) -> Option<usize> {
    let first = text.chars().next()?.len_utf8();
    text.get(first..)?.find(part).map(|index| index + first)
}

const fn are_in_order(literals: &[(&str, &Node)]) -> bool {
    let mut rest = literals;
    while let [(first, _), following @ ..] = rest {
        if let [(second, _), ..] = following
            && !is_before(first.as_bytes(), second.as_bytes())
        {
            return false;
        }
        rest = following;
    }
    true
}

const fn is_before(mut left: &[u8], mut right: &[u8]) -> bool {
    loop {
        match (left, right) {
            ([], []) | ([_, ..], []) => return false,
            ([], [_, ..]) => return true,
            ([a, ..], [b, ..]) if *a != *b => return *a < *b,
            ([_, l @ ..], [_, r @ ..]) => {
                left = l;
                right = r;
            }
        }
    }
}

#[cfg(test)]
#[path = "route_tests.rs"]
mod tests;
