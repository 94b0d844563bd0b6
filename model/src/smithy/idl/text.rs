//! What a quoted string or a text block says once its escapes and its indentation are gone.

use std::ops::Range;

/// Why a string has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadText {
    /// What is wrong, for a message.
    pub(super) message: String,
    /// The bytes that are wrong, counted from the start of the lexeme; `None` for all of it.
    pub(super) part: Option<Range<usize>>,
}

/// The value of a quoted string, its quotes included in `lexeme`.
///
/// # Errors
///
/// An escape that the language does not know.
pub(super) fn unquote(lexeme: &str) -> Result<String, BadText> {
    let content = lexeme.get(1..lexeme.len().saturating_sub(1)).unwrap_or_default();
    let mut value = String::with_capacity(content.len());
    unescape(content, 1, &mut value)?;
    Ok(value)
}

/// The value of a text block, its quotes included in `lexeme`: the indentation that all its lines
/// share and the spaces at their ends are not part of it.
///
/// # Errors
///
/// The block does not begin with a line break, or holds an escape that the language does not know.
pub(super) fn unquote_text_block(lexeme: &str) -> Result<String, BadText> {
    let content = lexeme.get(3..lexeme.len().saturating_sub(3)).unwrap_or_default();
    if content.is_empty() {
        return Err(BadText { message: "the text block is empty".to_owned(), part: None });
    }
    let Some((_, lines)) = content
        .split_once('\n')
        .filter(|(opening, _)| opening.trim_matches([' ', '\t', '\r']).is_empty())
    else {
        let message = "a text block begins on the line below its `\"\"\"`".to_owned();
        return Err(BadText { message, part: None });
    };
    let indentation = shared_indentation(lines);
    let mut value = String::with_capacity(lines.len());
    let mut offset = lexeme.len() - 3 - lines.len();
    for line in lines.split_inclusive('\n') {
        let (line_text, line_break) = match line.strip_suffix('\n') {
            Some(text) => (text.strip_suffix('\r').unwrap_or(text), "\n"),
            None => (line, ""),
        };
        let stripped = leading_spaces(line_text).min(indentation);
        let kept = line_text.get(stripped..).unwrap_or_default();
        let trimmed = kept.trim_end_matches(' ');
        if !ends_in_escape(trimmed) {
            unescape(trimmed, offset + stripped, &mut value)?;
            value.push_str(line_break);
        } else if line_break.is_empty() {
            // `\ ` right before the closing quotes: the space is kept, to be complained about.
            unescape(kept, offset + stripped, &mut value)?;
        } else {
            // The backslash takes the line break away.
            let continued = trimmed.get(..trimmed.len() - 1).unwrap_or_default();
            unescape(continued, offset + stripped, &mut value)?;
        }
        offset += line.len();
    }
    Ok(value)
}

/// The number of spaces that all lines begin with; blank lines do not count, except the last,
/// which says how far the closing quotes are indented.
fn shared_indentation(lines: &str) -> usize {
    let (before, last) = lines.rsplit_once('\n').unwrap_or(("", lines));
    before
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .chain([last])
        .map(leading_spaces)
        .min()
        .unwrap_or(0)
}

fn leading_spaces(line: &str) -> usize {
    line.bytes().take_while(|&byte| byte == b' ').count()
}

/// Whether an odd number of backslashes ends `text`, so that the last of them escapes what follows.
fn ends_in_escape(text: &str) -> bool {
    text.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

/// Appends what `content` says to `value`. Line breaks become LF. `offset` is where `content`
/// begins within its lexeme.
fn unescape(content: &str, offset: usize, value: &mut String) -> Result<(), BadText> {
    let mut rest = content;
    while let Some(special) = rest.find(['\\', '\r']) {
        let (plain, tail) = rest.split_at(special);
        value.push_str(plain);
        let start = offset + content.len() - tail.len();
        let mut characters = tail.chars();
        if characters.next() == Some('\r') {
            // Of a CR LF only the LF stays; a lone CR is data.
            if !characters.as_str().starts_with('\n') {
                value.push('\r');
            }
            rest = characters.as_str();
            continue;
        }
        let escaped = characters.next();
        rest = characters.as_str();
        match escaped {
            Some(same @ ('"' | '\\' | '/')) => value.push(same),
            Some('b') => value.push('\u{8}'),
            Some('f') => value.push('\u{c}'),
            Some('n') => value.push('\n'),
            Some('r') => value.push('\r'),
            Some('t') => value.push('\t'),
            Some('\n') => {}
            Some('\r') if rest.starts_with('\n') => rest = rest.get(1..).unwrap_or_default(),
            Some('u') => {
                let (character, tail) = unicode_escape(rest, start)?;
                value.push(character);
                rest = tail;
            }
            other => {
                let written = match other {
                    Some(other) if other.is_control() => other.escape_debug().to_string(),
                    Some(other) => other.to_string(),
                    None => String::new(),
                };
                let message = format!("`\\{written}` is not an escape sequence");
                let end = start + 1 + other.map_or(0, char::len_utf8);
                return Err(BadText { message, part: Some(start..end) });
            }
        }
    }
    value.push_str(rest);
    Ok(())
}

/// The character whose UTF-16 code `rest` begins with (a surrogate is followed by its pair), and
/// what comes behind. `start` is where the backslash is.
fn unicode_escape(rest: &str, start: usize) -> Result<(char, &str), BadText> {
    let (unit, tail) = code_unit(rest, start)?;
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, tail));
    }
    if (0xd800..0xdc00).contains(&unit)
        && let Some(second) = tail.strip_prefix("\\u")
    {
        let (low, tail) = code_unit(second, start + 6)?;
        if (0xdc00..0xe000).contains(&low)
            && let Some(character) =
                char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
        {
            return Ok((character, tail));
        }
    }
    let message = format!("`\\u{unit:04x}` is half of a surrogate pair, without the other half");
    Err(BadText { message, part: Some(start..start + 6) })
}

fn code_unit(rest: &str, start: usize) -> Result<(u32, &str), BadText> {
    let mut unit = 0;
    for (position, character) in rest.chars().take(4).enumerate() {
        let Some(digit) = character.to_digit(16) else {
            let message = format!("`{}` is not a hexadecimal digit", character.escape_debug());
            let part = start..start + 2 + position + character.len_utf8();
            return Err(BadText { message, part: Some(part) });
        };
        unit = unit * 16 + digit;
    }
    match rest.get(4..) {
        Some(tail) => Ok((unit, tail)),
        None => Err(BadText {
            message: "four hexadecimal digits must follow `\\u`".to_owned(),
            part: Some(start..start + 2 + rest.len()),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{unquote, unquote_text_block};

    #[test]
    fn unescapes_strings() {
        for (lexeme, expected) in [
            (r#""""#, ""),
            (r#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"),
            (r#""\u0041\u00E9""#, "Aé"),
            (r#""\ud83d\ude00!""#, "😀!"),
            ("\"a\r\nb\nc\"", "a\nb\nc"),
            ("\"a \\\n b\\\r\nc\"", "a  bc"),
            ("\"a\rb\"", "a\rb"),
        ] {
            assert_eq!(unquote(lexeme).as_deref(), Ok(expected), "{lexeme}");
        }
    }

    #[test]
    fn refuses_bad_escapes() {
        for (lexeme, expected, part) in [
            (r#""ab\q""#, "`\\q` is not an escape sequence", 3..5),
            (r#""\'""#, "`\\'` is not an escape sequence", 1..3),
            ("\"\\\u{1}\"", "`\\\\u{1}` is not an escape sequence", 1..3),
            (r#""\ ""#, "`\\ ` is not an escape sequence", 1..3),
            (r#""\uaaa""#, "four hexadecimal digits must follow `\\u`", 1..6),
            (r#""\uatbb""#, "`t` is not a hexadecimal digit", 1..5),
            (r#""\ud83d ""#, "`\\ud83d` is half of a surrogate pair, without the other half", 1..7),
            (r#""\ude00 ""#, "`\\ude00` is half of a surrogate pair, without the other half", 1..7),
        ] {
            let error = unquote(lexeme).expect_err(lexeme);
            assert_eq!((error.message.as_str(), error.part), (expected, Some(part)), "{lexeme}");
        }
    }

    #[test]
    fn strips_text_blocks() {
        for (content, expected) in [
            ("\n    a\n    b", "a\nb"),
            ("\n    a\n    b\n    ", "a\nb\n"),
            ("\n    a\n    b\n  ", "  a\n  b\n"),
            ("\n    a\n\n  \n      b  \n", "    a\n\n\n      b\n"),
            ("\n    a\n\n      b", "a\n\n  b"),
            ("  \r\n  a\r\n  b\r\n  ", "a\nb\n"),
            ("\n    a \\\n    b\\\n      c", "a b  c"),
            ("\n    a\\  \n    b", "ab"),
            ("\n    say \\\"\\\"\\\" \"\"and\\tmore \\\\\n    ", "say \"\"\" \"\"and\tmore \\\n"),
            ("\n    ", ""),
            ("\n", ""),
            ("\n    \\u0041", "A"),
        ] {
            let lexeme = format!("\"\"\"{content}\"\"\"");
            assert_eq!(unquote_text_block(&lexeme).as_deref(), Ok(expected), "{lexeme}");
        }
    }

    #[test]
    fn refuses_bad_text_blocks() {
        for (lexeme, expected, part) in [
            ("\"\"\"\"\"\"", "the text block is empty", None),
            ("\"\"\"Hi\"\"\"", "a text block begins on the line below its `\"\"\"`", None),
            ("\"\"\"Hi\n  there\"\"\"", "a text block begins on the line below its `\"\"\"`", None),
            (
                "\"\"\"\n  x\n  \\ua\"\"\"",
                "four hexadecimal digits must follow `\\u`",
                Some(10..13),
            ),
            ("\"\"\"\n  x\\ \"\"\"", "`\\ ` is not an escape sequence", Some(7..9)),
        ] {
            let error = unquote_text_block(lexeme).expect_err(lexeme);
            assert_eq!((error.message.as_str(), error.part), (expected, part), "{lexeme}");
        }
    }
}
