//! Paths with parameters in braces.

use crate::api::{Segment, UriPattern};

/// Why a path cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PathError {
    /// It is wrong.
    Invalid(String),
    /// Farrier does not know this.
    Unsupported(String),
}

/// Reads a path: `/pets/{petId}.json`, or with literal query parameters `/pets?kind=cat`.
///
/// # Errors
///
/// Says what is wrong with it, or what Farrier does not know.
pub(super) fn parse(path: &str) -> Result<UriPattern, PathError> {
    let (path, query) =
        path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    if path.contains('#') {
        return Err(PathError::Unsupported("a path with a fragment is not supported".to_owned()));
    }
    let Some(rest) = path.strip_prefix('/') else {
        return Err(PathError::Invalid("a path begins with `/`".to_owned()));
    };
    let mut pattern = UriPattern::default();
    if !rest.is_empty() {
        pattern.segments = rest.split('/').map(segment).collect::<Result<_, _>>()?;
    }
    for pair in query.into_iter().flat_map(|query| query.split('&')) {
        pattern.query.push(match pair.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (pair.to_owned(), None),
        });
    }
    Ok(pattern)
}

/// The names of a pattern's labels, in their order.
pub(super) fn labels(pattern: &UriPattern) -> Vec<&str> {
    fn add<'p>(segments: &'p [Segment], labels: &mut Vec<&'p str>) {
        for segment in segments {
            match segment {
                Segment::Literal(_) => {}
                Segment::Label(name) | Segment::GreedyLabel(name) => labels.push(name),
                Segment::Mixed(parts) => add(parts, labels),
            }
        }
    }
    let mut labels = Vec::new();
    add(&pattern.segments, &mut labels);
    labels
}

fn segment(text: &str) -> Result<Segment, PathError> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((literal, behind)) = rest.split_once('{') {
        let Some((name, behind)) = behind.split_once('}') else {
            return Err(PathError::Invalid(format!("a `}}` is missing in `{text}`")));
        };
        if literal.contains('}') || name.contains('{') {
            return Err(PathError::Invalid(format!("the braces in `{text}` do not match")));
        }
        if name.is_empty() {
            return Err(PathError::Invalid(format!("the parameter in `{text}` has no name")));
        }
        if !literal.is_empty() {
            parts.push(Segment::Literal(literal.to_owned()));
        } else if !parts.is_empty() {
            let message =
                format!("parameters with nothing between them, as in `{text}`, are not supported");
            return Err(PathError::Unsupported(message));
        }
        parts.push(Segment::Label(name.to_owned()));
        rest = behind;
    }
    if rest.contains('}') {
        return Err(PathError::Invalid(format!("the braces in `{text}` do not match")));
    }
    if parts.is_empty() || !rest.is_empty() {
        parts.push(Segment::Literal(rest.to_owned()));
    }
    if parts.len() > 1 {
        return Ok(Segment::Mixed(parts));
    }
    Ok(parts.pop().unwrap_or(Segment::Literal(String::new())))
}

#[cfg(test)]
mod tests {
    use super::{PathError, labels, parse};
    use crate::api::Segment;

    #[test]
    fn segments() {
        let literal = |text: &str| Segment::Literal(text.to_owned());
        let label = |text: &str| Segment::Label(text.to_owned());
        for (path, expected) in [
            ("/", vec![]),
            ("/a", vec![literal("a")]),
            ("/a/", vec![literal("a"), literal("")]),
            ("/{a}/b", vec![label("a"), literal("b")]),
            ("/{a}.{b}", vec![Segment::Mixed(vec![label("a"), literal("."), label("b")])]),
            ("/v{a}:go", vec![Segment::Mixed(vec![literal("v"), label("a"), literal(":go")])]),
        ] {
            assert_eq!(parse(path).map(|pattern| pattern.segments), Ok(expected), "{path}");
        }
        let pattern = parse("/{a}/x{b}?c=d&e").expect("a pattern");
        assert_eq!(labels(&pattern), ["a", "b"]);
        assert_eq!(pattern.query, [("c".into(), Some("d".into())), ("e".into(), None)]);
    }

    #[test]
    fn errors() {
        for (path, expected) in [
            ("a", "a path begins with `/`"),
            ("", "a path begins with `/`"),
            ("/{a", "a `}` is missing in `{a`"),
            ("/a}", "the braces in `a}` do not match"),
            ("/{a{b}}", "the braces in `{a{b}}` do not match"),
            ("/{}", "the parameter in `{}` has no name"),
        ] {
            assert_eq!(parse(path), Err(PathError::Invalid(expected.to_owned())));
        }
        for path in ["/a#b", "/{a}{b}"] {
            assert!(matches!(parse(path), Err(PathError::Unsupported(_))), "{path}");
        }
    }
}
