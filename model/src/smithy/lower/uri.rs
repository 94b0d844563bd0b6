//! Parses the `uri` of the trait `http`.

use crate::{
    api::{Segment, UriPattern},
    smithy::document::is_identifier,
};
use std::collections::HashSet;

/// Parses a pattern such as `/buckets/{name}/{key+}?list-type=2`.
///
/// # Errors
///
/// What is wrong with it, as a sentence's end: "the uri …".
pub(super) fn parse(text: &str) -> Result<UriPattern, String> {
    let pattern = parse_in_any_order(text)?;
    check_order(&pattern)?;
    Ok(pattern)
}

/// Parses a pattern in which labels may stand behind greedy ones.
///
/// # Errors
///
/// What is wrong with it, as a sentence's end: "the uri …".
pub(in crate::smithy) fn parse_in_any_order(text: &str) -> Result<UriPattern, String> {
    if text.contains('#') {
        return Err("has a fragment (`#`)".to_owned());
    }
    if let Some(bad) =
        text.chars().find(|&character| character.is_whitespace() || character.is_control())
    {
        return Err(format!("contains {bad:?}"));
    }
    let (path, query) = match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    };
    let Some(path) = path.strip_prefix('/') else {
        return Err("does not start with `/`".to_owned());
    };
    let mut pattern = UriPattern::default();
    let segments: Vec<&str> = if path.is_empty() { Vec::new() } else { path.split('/').collect() };
    let last = segments.len().saturating_sub(1);
    for (index, segment) in segments.into_iter().enumerate() {
        if segment.is_empty() && index != last {
            return Err("has an empty segment".to_owned());
        }
        if matches!(segment, "." | "..") {
            return Err(format!("has the segment `{segment}`"));
        }
        pattern.segments.push(parse_segment(segment)?);
    }
    check_labels(&pattern)?;
    if let Some(query) = query {
        pattern.query = parse_query(query)?;
    }
    Ok(pattern)
}

fn parse_segment(segment: &str) -> Result<Segment, String> {
    if !segment.contains(['{', '}']) {
        return Ok(Segment::Literal(segment.to_owned()));
    }
    let label = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let Some(label) = label.filter(|label| !label.contains(['{', '}'])) else {
        return Err(format!("has the segment `{segment}`: a label must be all of its segment"));
    };
    let (name, greedy) = match label.strip_suffix('+') {
        Some(name) => (name, true),
        None => (label, false),
    };
    if !is_identifier(name) {
        return Err(format!("has the label `{{{label}}}`, which does not name a member"));
    }
    let name = name.to_owned();
    Ok(if greedy { Segment::GreedyLabel(name) } else { Segment::Label(name) })
}

fn check_labels(pattern: &UriPattern) -> Result<(), String> {
    let mut names: HashSet<&str> = HashSet::new();
    for segment in &pattern.segments {
        let (Segment::Label(name) | Segment::GreedyLabel(name)) = segment else { continue };
        if !names.insert(name) {
            return Err(format!("has the label `{{{name}}}` twice"));
        }
    }
    Ok(())
}

/// A greedy label must be the last.
fn check_order(pattern: &UriPattern) -> Result<(), String> {
    let mut greedy: Option<&str> = None;
    for segment in &pattern.segments {
        let (Segment::Label(name) | Segment::GreedyLabel(name)) = segment else { continue };
        if let Some(greedy) = greedy {
            return Err(format!(
                "has the label `{{{name}}}` behind the greedy label `{{{greedy}+}}`, which must \
                 be the last"
            ));
        }
        if matches!(segment, Segment::GreedyLabel(_)) {
            greedy = Some(name);
        }
    }
    Ok(())
}

fn parse_query(query: &str) -> Result<Vec<(String, Option<String>)>, String> {
    let mut literals: Vec<(String, Option<String>)> = Vec::new();
    let mut names: HashSet<&str> = HashSet::new();
    for part in query.split('&') {
        let (name, value) = match part.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (part, None),
        };
        if name.is_empty() {
            return Err("has a query literal without a name".to_owned());
        }
        if part.contains(['{', '}']) {
            return Err("has a label in its query: use the trait `httpQuery`".to_owned());
        }
        if !names.insert(name) {
            return Err(format!("has the query literal `{name}` twice"));
        }
        literals.push((name.to_owned(), value));
    }
    Ok(literals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        let literal = |text: &str| Segment::Literal(text.to_owned());
        let label = |text: &str| Segment::Label(text.to_owned());
        let check = |text: &str, segments: Vec<Segment>, query: &[(&str, Option<&str>)]| {
            let owned = |&(name, value): &(&str, Option<&str>)| {
                (String::from(name), value.map(String::from))
            };
            let expected = UriPattern { segments, query: query.iter().map(owned).collect() };
            assert_eq!(parse(text), Ok(expected), "{text}");
        };
        check("/", vec![], &[]);
        check("/a/", vec![literal("a"), literal("")], &[]);
        check("/a/{b}/c", vec![literal("a"), label("b"), literal("c")], &[]);
        check("/{b}/{c+}/x", vec![label("b"), Segment::GreedyLabel("c".into()), literal("x")], &[]);
        check("/?a&b=&c=d=e", vec![], &[("a", None), ("b", Some("")), ("c", Some("d=e"))]);
    }

    /// Comparing each with all before it would take minutes.
    #[test]
    fn long_patterns_are_parsed_soon() {
        let labels: String = (0..100_000).map(|index| format!("/{{label{index}}}")).collect();
        let query: Vec<String> = (0..100_000).map(|index| format!("literal{index}=")).collect();
        let started = std::time::Instant::now();
        let pattern = parse(&format!("{labels}?{}", query.join("&"))).expect("a pattern");
        assert_eq!((pattern.segments.len(), pattern.query.len()), (100_000, 100_000));
        assert!(started.elapsed().as_secs() < 30);
    }

    #[test]
    fn refuses() {
        let check = |text: &str, expected: &str| {
            let error = parse(text).unwrap_err();
            assert!(error.contains(expected), "{text}: {error}");
        };
        check("", "start with");
        check("a/b", "start with");
        check("/a//b", "empty segment");
        check("/a/../b", "`..`");
        check("/a#b", "fragment");
        check("/a b", "' '");
        check("/x{a}", "all of its segment");
        check("/{a", "all of its segment");
        check("/{}", "does not name");
        check("/{a b}", "' '");
        check("/{a+}/{b}", "greedy");
        check("/{a}/{a}", "twice");
        check("/?a={b}", "httpQuery");
        check("/?", "without a name");
        check("/?a&a=b", "twice");
    }
}
