//! Numbers of JSON that `serde_json` does not read exactly: all but integers of 64 bits.

use crate::api::Number;
use std::collections::HashMap;

/// The text with a zero of the same length in the place of each such number, and the numbers by how many
/// numbers stand before them, `None` for one that cannot be kept. What is not JSON stays as it is.
pub(super) fn replace(json: &str) -> (String, HashMap<usize, Option<Number>>) {
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
        if !is_string && is_json_number(token) && !is_short(token) {
            numbers.insert(count, Number::parse(token));
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

/// Whether it is an integer of 64 bits.
fn is_short(token: &str) -> bool {
    token.parse::<i64>().is_ok() || token.parse::<u64>().is_ok()
}

/// Whether it is a `number` of RFC 8259, section 6.
fn is_json_number(token: &str) -> bool {
    let unsigned = token.strip_prefix('-').unwrap_or(token);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent
            .is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// The bytes of the string that `text` begins with, its quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (offset, next) in text.bytes().enumerate().skip(1) {
        match next {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return offset + 1,
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
    fn replaces_all_but_integers_of_64_bits() {
        let json = r#"{"1e999": [-1, -2e400, "\"3e400", 18446744073709551616], "true": 5.0e+1}"#;
        let expected =
            r#"{"1e999": [-1, 0     , "\"3e400", 0                   ], "true": 0     }"#;
        let (replaced, numbers) = replace(json);
        assert_eq!(replaced, expected);
        assert_eq!(numbers.len(), 3);
        assert_eq!(numbers[&1], Some(Number::Large { digits: -2, exponent: 400 }));
        assert_eq!(numbers[&2], Some(Number::Integer(18_446_744_073_709_551_616)));
        assert_eq!(numbers[&3], Some(Number::Float(50.0)));
    }

    #[test]
    fn leaves_what_is_not_json() {
        for text in [
            "", "\"", "\"\\", "-", "1e", "e1", "{]é", "01e999", "1.e400", "-01e400", "1e+",
            "1.5.5", "1e5-",
        ] {
            assert_eq!(replace(text).0, text);
        }
    }
}
