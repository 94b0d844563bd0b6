//! Numbers of JSON that are larger than a double can be, which `serde_json` does not read.

use crate::api::Number;
use std::collections::HashMap;

/// The text with a zero of the same length in the place of each such number, and the numbers by how many
/// numbers stand before them. What is not JSON stays as it is.
pub(super) fn replace(json: &str) -> (String, HashMap<usize, Number>) {
    let mut replaced = String::with_capacity(json.len());
    let mut numbers = HashMap::new();
    let mut count = 0;
    let mut rest = json;
    while let Some(start) = rest.find(|next: char| next == '"' || is_in_number(next, true)) {
        let (before, token) = rest.split_at(start);
        replaced.push_str(before);
        let is_string = token.starts_with('"');
        let length = if is_string { string_length(token) } else { number_length(token) };
        let (token, behind) = token.split_at(length);
        let large = if is_string { None } else { Number::parse(token) };
        if let Some(number @ Number::Large { .. }) = large {
            numbers.insert(count, number);
            replaced.push('0');
            replaced.extend(std::iter::repeat_n(' ', length - 1));
        } else {
            replaced.push_str(token);
        }
        count += usize::from(!is_string);
        rest = behind;
    }
    replaced.push_str(rest);
    (replaced, numbers)
}

/// The bytes of the string that `text` begins with, its quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (offset, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return offset + 1,
            _ => {}
        }
    }
    text.len()
}

/// The bytes of the number that `text` begins with.
fn number_length(text: &str) -> usize {
    text.find(|next| !is_in_number(next, false)).unwrap_or(text.len())
}

fn is_in_number(character: char, first: bool) -> bool {
    let later = matches!(character, '.' | 'e' | 'E' | '+');
    character.is_ascii_digit() || character == '-' || (later && !first)
}

#[cfg(test)]
mod tests {
    use super::replace;
    use crate::api::Number;

    #[test]
    fn replaces_large_numbers_only() {
        let json = r#"{"1e999": [1, -2e400, "\"3e400", 4e400], "true": 5.0e+1}"#;
        let expected = r#"{"1e999": [1, 0     , "\"3e400", 0    ], "true": 5.0e+1}"#;
        let (replaced, numbers) = replace(json);
        assert_eq!(replaced, expected);
        assert_eq!(numbers.len(), 2);
        assert_eq!(numbers.get(&1), Some(&Number::Large { digits: -2, exponent: 400 }));
        assert_eq!(numbers.get(&2), Some(&Number::Large { digits: 4, exponent: 400 }));
    }

    #[test]
    fn leaves_what_is_not_json() {
        for text in ["", "\"", "\"\\", "-", "1e", "e1", "{]é"] {
            assert_eq!(replace(text).0, text);
        }
    }
}
