//! Arbitrary texts, such as the model allows where they travel.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::Choices;
use super::hint::{Hint, Place};

/// Characters that something is special about.
const ODD: &[char] = &[
    'a',
    'Z',
    '0',
    ' ',
    '"',
    '\\',
    ',',
    '%',
    '+',
    '&',
    '=',
    '/',
    '?',
    '#',
    ';',
    ':',
    '.',
    '-',
    '_',
    '~',
    '{',
    '}',
    '\'',
    '<',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u{7F}',
    '\u{80}',
    'é',
    '\u{2028}',
    '\u{D7FF}',
    '\u{E000}',
    '\u{FEFF}',
    '\u{FFFD}',
    '😀',
    '\u{10FFFF}',
];

/// A text.
pub(super) fn text(choices: &Choices, hint: &Hint<'_>) -> String {
    if let Some(pattern) = &hint.constraints.pattern {
        return matching(choices, hint, pattern);
    }
    let mut text = String::new();
    for _ in 0..choices.below(9) {
        text.push(character(choices, hint.place));
    }
    let is_padding = |letter: char| letter == ' ' || letter == '\t';
    match hint.place {
        // Outside of lists these count for nothing.
        Place::Header => text = text.trim_matches(is_padding).to_owned(),
        // Whoever meets these takes them out of the path, so that a client does not send them.
        Place::Label => {
            let segments = text.split('/').map(|segment| match segment {
                "." | ".." => "a",
                segment => segment,
            });
            text = segments.collect::<Vec<_>>().join("/");
        }
        Place::HeaderName => text.insert(0, 'x'),
        // What has a member of its own is not among the others.
        Place::QueryName if text == "own" => text.push('x'),
        _ => {}
    }
    if text.is_empty() && (hint.must_not_be_empty() || hint.place == Place::QueryName) {
        text.push('a');
    }
    let length = hint.constraints.length.unwrap_or_default();
    let count = text.chars().count();
    let (min, max) = (length.min.unwrap_or(0), length.max.unwrap_or(u64::MAX));
    match usize::try_from(min).expect("a length").checked_sub(count) {
        Some(missing) => text.push_str(&"a".repeat(missing)),
        None => text = text.chars().take(usize::try_from(max).unwrap_or(usize::MAX)).collect(),
    }
    text
}

/// A key of a map, whatever its values are.
pub(super) fn key_place(place: Place) -> Place {
    match place {
        Place::Header => Place::HeaderName,
        Place::QueryMap => Place::QueryName,
        place => place,
    }
}

fn character(choices: &Choices, place: Place) -> char {
    let any = match choices.below(3) {
        0 => char::from(b'a' + u8::try_from(choices.below(26)).expect("a letter")),
        1 => ODD[choices.below(ODD.len())],
        _ => {
            let code = u32::try_from(choices.below(0x11_0000)).expect("a code point");
            char::from_u32(code).unwrap_or('\u{FFFD}')
        }
    };
    match place {
        Place::Host if !any.is_ascii_alphanumeric() => '-',
        Place::Header if !(' '..='~').contains(&any) => '!',
        Place::HeaderName if !any.is_ascii_lowercase() && !any.is_ascii_digit() => '-',
        _ => any,
    }
}

/// A text that a pattern is found in. Patterns of more than regular expressions are tried until one fits.
fn matching(choices: &Choices, hint: &Hint<'_>, pattern: &str) -> String {
    let regular = pattern.replace(r"(?<!\.)", "");
    let hir =
        ParserBuilder::new().unicode(false).utf8(false).build().parse(&regular).expect("a pattern");
    let whole = regress::Regex::new(pattern).expect("a pattern");
    let length = hint.constraints.length.unwrap_or_default();
    for more in [0, 1, 2, 3, 5, 8, 21, 65, 128, 513] {
        let mut text = String::new();
        write(&hir, choices, more, &mut text);
        let count = text.chars().count() as u64;
        let fits =
            length.min.is_none_or(|min| count >= min) && length.max.is_none_or(|max| count <= max);
        // A client sends no such label.
        let is_dots = hint.place == Place::Label && (text == "." || text == "..");
        let is_empty = text.is_empty() && hint.must_not_be_empty();
        if fits && !is_dots && !is_empty && whole.find(&text).is_some() {
            return text;
        }
    }
    panic!("no text fits {pattern} and {length:?}")
}

/// Writes what an expression matches; repetitions at least `more` times more than they must, as far as they may.
fn write(expression: &Hir, choices: &Choices, more: u32, out: &mut String) {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Bytes(class)) => {
            let ranges: Vec<(u8, u8)> = class
                .ranges()
                .iter()
                .map(|range| (range.start().max(b' '), range.end().min(b'~')))
                .filter(|(start, end)| start <= end)
                .collect();
            let (start, end) = ranges[choices.below(ranges.len())];
            out.push(char::from(
                start + u8::try_from(choices.below(usize::from(end - start) + 1)).expect("a byte"),
            ));
        }
        HirKind::Class(Class::Unicode(class)) => {
            let first = class.ranges().first().expect("a class that is not empty");
            out.push(first.start());
        }
        HirKind::Repetition(repetition) => {
            let least = repetition.min.saturating_add(more);
            let least = repetition.max.map_or(least, |max| least.min(max));
            let room = repetition.max.map_or(8, |max| (max - least).min(8)) as usize;
            let count = least as usize + choices.below(room + 1);
            for _ in 0..count {
                write(&repetition.sub, choices, more, out);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, choices, more, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, choices, more, out)),
        HirKind::Alternation(parts) => {
            // If none of those chosen fits, another one may.
            let chosen =
                if more < 5 { choices.below(parts.len()) } else { more as usize % parts.len() };
            write(&parts[chosen], choices, more, out);
        }
    }
}
