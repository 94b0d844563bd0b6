//! The pieces of a JSON text: space, strings, numbers, literals.

use super::JsonReader;
use crate::codec::Halt;
use crate::value::NumberText;

/// A string, without its quotes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'b> {
    /// As it stands in the body.
    Plain(&'b str),
    /// It had escapes; it is in the reader's `scratch`.
    Escaped,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes come before the first quote, backslash or control character.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        let found = special(*word);
        if found != 0 {
            return bytes.len() - rest.len() + found.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    if rest.is_empty() {
        return bytes.len();
    }
    match bytes.last_chunk::<8>() {
        // The last eight: those that have been looked at before are plain.
        Some(word) => match special(*word) {
            0 => bytes.len(),
            found => bytes.len() - 8 + found.trailing_zeros() as usize / 8,
        },
        None => {
            let found = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
            found.unwrap_or(bytes.len())
        }
    }
}

/// The high bit of each byte that is special. The lowest such bit is right; those above it may be borrowed.
const fn special(word: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(word);
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    // What is less than the subtrahend borrows into its high bit, which none of those looked for has of itself.
    let borrowed =
        quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES) | word.wrapping_sub(ONES * 0x20);
    borrowed & !word & HIGHS
}

impl<'b> JsonReader<'b> {
    /// Passes over space, and looks at what follows.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        let mut byte = bytes.get(self.pos).copied();
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = byte {
            self.pos += 1;
            byte = bytes.get(self.pos).copied();
        }
        byte
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'b str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    /// Reads `literal`, which has just been seen to begin.
    pub(super) fn literal(&mut self, literal: &'static str) -> Result<(), Halt> {
        if self
            .text
            .as_bytes()
            .get(self.pos..)
            .is_some_and(|rest| rest.starts_with(literal.as_bytes()))
        {
            self.pos += literal.len();
            Ok(())
        } else {
            Err(self.unexpected("a value"))
        }
    }

    /// Reads a string whose opening quote has just been seen.
    #[inline]
    pub(super) fn quoted(&mut self) -> Result<Token<'b>, Halt> {
        let start = self.pos + 1;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let end = start + plain_length(rest);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.pos = end + 1;
            return Ok(Token::Plain(self.text.get(start..end).unwrap_or_default()));
        }
        self.pos = end;
        self.escaped(start)?;
        Ok(Token::Escaped)
    }

    /// The text of a string.
    pub(super) fn token_text<'a>(&'a self, token: Token<'b>) -> &'a str {
        match token {
            Token::Plain(text) => text,
            Token::Escaped => &self.scratch,
        }
    }

    /// Reads a string that began at `start` and has come to something special.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<(), Halt> {
        self.scratch.clear();
        let mut from = start;
        loop {
            self.scratch.push_str(self.text.get(from..self.pos).unwrap_or_default());
            match self.text.as_bytes().get(self.pos) {
                Some(b'"') => {
                    self.pos += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.pos += 1;
                    let escaped = self.escape()?;
                    self.scratch.push(escaped);
                }
                Some(_) => return Err(self.wrong("a control character in a string")),
                None => return Err(self.unexpected("the end of a string")),
            }
            from = self.pos;
            self.pos += plain_length(self.text.as_bytes().get(from..).unwrap_or_default());
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self) -> Result<char, Halt> {
        let byte = self.text.as_bytes().get(self.pos).copied();
        let escaped = match byte {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.pos += 1;
                return self.unicode_escape();
            }
            Some(_) => return Err(self.wrong("an unknown escape in a string")),
            None => return Err(self.unexpected("the end of a string")),
        };
        self.pos += 1;
        Ok(escaped)
    }

    fn unicode_escape(&mut self) -> Result<char, Halt> {
        let first = self.four_digits()?;
        let code = match first {
            0xd800..=0xdbff => {
                // The other half of the pair must follow.
                if !self.rest().starts_with("\\u") {
                    return Err(self.wrong("half of a surrogate pair in a string"));
                }
                self.pos += 2;
                let second = self.four_digits()?;
                if !(0xdc00..=0xdfff).contains(&second) {
                    return Err(self.wrong("half of a surrogate pair in a string"));
                }
                0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
            }
            _ => first,
        };
        match char::from_u32(code) {
            Some(found) => Ok(found),
            None => Err(self.wrong("half of a surrogate pair in a string")),
        }
    }

    fn four_digits(&mut self) -> Result<u32, Halt> {
        let digits = self.text.get(self.pos..self.pos + 4);
        let hex = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
            Some(code) => {
                self.pos += 4;
                Ok(code)
            }
            None => Err(self.wrong("an escape without four hexadecimal digits in a string")),
        }
    }

    /// Reads a number. Nothing if there is something else.
    pub(super) fn number_text(&mut self) -> Option<(NumberText<'b>, &'b str)> {
        let rest = self.rest();
        let (number, after) = NumberText::split(rest)?;
        let length = rest.len() - after.len();
        self.pos += length;
        Some((number, rest.get(..length)?))
    }

    /// Passes over a value.
    pub(super) fn skip_value(&mut self) -> Result<(), Halt> {
        match self.peek() {
            Some(b'"') => self.quoted().map(|_| ()),
            Some(b'{') => {
                self.descend()?;
                let mut first = true;
                while self.next_key(&mut first)? {
                    self.quoted()?;
                    self.colon()?;
                    self.skip_value()?;
                }
                self.ascend()
            }
            Some(b'[') => {
                self.descend()?;
                let mut first = true;
                while self.next_value(&mut first)? {
                    self.skip_value()?;
                }
                self.ascend()
            }
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            Some(b'-' | b'0'..=b'9') => match self.number_text() {
                Some(_) => Ok(()),
                None => Err(self.wrong("a malformed number")),
            },
            _ => Err(self.unexpected("a value")),
        }
    }

    /// Goes to the next key of an object, up to its opening quote. False at the end, which is left to be read by
    /// [`ascend`](Self::ascend).
    pub(super) fn next_key(&mut self, first: &mut bool) -> Result<bool, Halt> {
        let mut byte = self.peek();
        if byte == Some(b'}') {
            return Ok(false);
        }
        if !std::mem::take(first) {
            if byte != Some(b',') {
                return Err(self.unexpected("`,` or `}`"));
            }
            self.pos += 1;
            byte = self.peek();
        }
        if byte == Some(b'"') { Ok(true) } else { Err(self.unexpected("a name in quotes")) }
    }

    /// Goes to the next item of an array. False at the end, which is left to be read by [`ascend`](Self::ascend).
    pub(super) fn next_value(&mut self, first: &mut bool) -> Result<bool, Halt> {
        let byte = self.peek();
        if byte == Some(b']') {
            return Ok(false);
        }
        if !std::mem::take(first) {
            if byte != Some(b',') {
                return Err(self.unexpected("`,` or `]`"));
            }
            self.pos += 1;
            if self.peek() == Some(b']') {
                return Err(self.unexpected("a value"));
            }
        }
        Ok(true)
    }

    /// Reads the colon behind a name, and looks at what follows.
    pub(super) fn colon(&mut self) -> Result<Option<u8>, Halt> {
        if self.peek() == Some(b':') {
            self.pos += 1;
            Ok(self.peek())
        } else {
            Err(self.unexpected("`:`"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_length_stops_at_what_is_special() {
        for special in ["\"", "\\", "\n", "\u{0}", "\u{1f}"] {
            for before in 0..40 {
                for after in 0..20 {
                    let text = format!("{}{special}{}", "é ".repeat(before), "\"x".repeat(after));
                    assert_eq!(plain_length(text.as_bytes()), before * 3, "{text:?}");
                }
            }
        }
        for length in 0..40 {
            let text = "\u{7f}".repeat(length) + &"\u{ff}!# ".repeat(length);
            assert_eq!(plain_length(text.as_bytes()), text.len());
        }
    }
}
