//! Media types, as far as a protocol looks at them.

/// A media type without its parameters: `text/plain` of `text/plain; charset=utf-8`.
pub fn media_type_of(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or_default().trim()
}

/// Whether two media types are the same, parameters aside.
pub fn same_media_type(one: &str, other: &str) -> bool {
    media_type_of(one).eq_ignore_ascii_case(media_type_of(other))
}

/// Whether an `Accept` header (RFC 9110, section 12.5.1) allows for an answer of `media_type`.
pub fn accept_allows(accept: &str, media_type: &str) -> bool {
    let media_type = media_type_of(media_type);
    // What names the type most closely decides.
    let mut best: Option<(u8, bool)> = None;
    for range in accept.split(',') {
        let name = media_type_of(range);
        if name.is_empty() {
            continue;
        }
        let closeness = if name.eq_ignore_ascii_case(media_type) {
            3
        } else if name == "*/*" {
            1
        } else if is_type_wildcard(name, media_type) {
            2
        } else {
            continue;
        };
        let allowed = !is_refused(range);
        if best.is_none_or(|(other, _)| closeness > other) {
            best = Some((closeness, allowed));
        }
    }
    // An empty header says nothing.
    best.map_or(accept.trim().is_empty(), |(_, allowed)| allowed)
}

fn is_type_wildcard(range: &str, media_type: &str) -> bool {
    let Some(wanted) = range.strip_suffix("/*") else { return false };
    media_type.split_once('/').is_some_and(|(kind, _)| kind.eq_ignore_ascii_case(wanted))
}

/// Whether it has a weight of zero.
fn is_refused(range: &str) -> bool {
    range.split(';').skip(1).any(|parameter| {
        let Some((name, value)) = parameter.split_once('=') else { return false };
        name.trim().eq_ignore_ascii_case("q")
            && value.trim().parse::<f32>().is_ok_and(|weight| weight <= 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_is_read() {
        let cases = [
            ("", true),
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("application/hal+json", false),
            ("text/plain, application/*;q=0.5", true),
            ("*/*", true),
            ("*/*, application/json;q=0", false),
            ("application/json;q=0.0, */*", false),
            ("text/*", false),
            ("garbage", false),
        ];
        for (accept, expected) in cases {
            assert_eq!(accept_allows(accept, "application/json"), expected, "{accept}");
        }
    }
}
