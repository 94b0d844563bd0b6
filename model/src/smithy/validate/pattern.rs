//! Patterns, which are those of ECMA 262, run by an engine that takes linear time.

use regex::{Regex, RegexBuilder};

/// A pattern's automaton takes at most so many bytes.
const MAX_SIZE: usize = 1 << 20;

/// Compiles a pattern; `None` if it needs more than an automaton, as look-around does, or too large a one.
pub(super) fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&translated(pattern)).size_limit(MAX_SIZE).build().ok()
}

/// What the engine knows by another name, or means something else by: its classes are Unicode's, and
/// those of ECMA 262 are ASCII's.
fn translated(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut characters = pattern.chars();
    while let Some(next) = characters.next() {
        match next {
            '\\' => match characters.next() {
                Some('d') => text += "[0-9]",
                Some('D') => text += "[^0-9]",
                Some('w') => text += "[0-9A-Za-z_]",
                Some('W') => text += "[^0-9A-Za-z_]",
                Some('s') => text += SPACE,
                Some('S') => text += NO_SPACE,
                Some('b') if in_class => text += "\\x08",
                Some('b') => text += "(?-u:\\b)",
                Some('B') if !in_class => text += "(?-u:\\B)",
                Some(escaped) => text.extend(['\\', escaped]),
                None => text.push('\\'),
            },
            '[' if in_class => text += "\\[",
            '&' | '~' if in_class => text.extend(['\\', next]),
            '[' => {
                in_class = true;
                text.push('[');
            }
            ']' => {
                in_class = false;
                text.push(']');
            }
            '.' if !in_class => text += "[^\\n\\r\\u{2028}\\u{2029}]",
            other => text.push(other),
        }
    }
    text
}

/// White space and the ends of lines.
const SPACE: &str = "[[\\s--\\x85]\\u{FEFF}]";
const NO_SPACE: &str = "[^[\\s--\\x85]\\u{FEFF}]";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_what_ecma_262_does() {
        let texts = [
            "", "a", "é", "٣", "5", "_", "a b", "a\u{85}b", "\u{FEFF}", "a\rb", "a\nb", "éa",
            "[x]", "&&", "x~", "\u{8}", "-", "\u{2028}", "aé",
        ];
        for pattern in [
            "^\\w$",
            "^\\W+$",
            "\\d",
            "^\\D$",
            "\\s",
            "^\\S+$",
            "\\ba",
            "a\\B",
            "^.*$",
            "^[\\w-]$",
            "[^\\d]",
            "[[x]",
            "[&&a]",
            "[~]",
            "[\\b]",
            "^[\\s\\S]*$",
            "^[^\\W]$",
            "a|\\u0062",
        ] {
            let ours = compile(pattern).unwrap_or_else(|| panic!("{pattern}"));
            let theirs = regress::Regex::with_flags(pattern, "u").unwrap();
            for text in texts {
                let wanted = theirs.find(text).is_some();
                assert_eq!(ours.is_match(text), wanted, "{pattern} on {text:?}");
            }
        }
        assert!(compile("(?=a)").is_none());
    }
}
