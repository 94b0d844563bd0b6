//! Splits the text of an IDL file into tokens, one at a time and without copying anything.

use std::ops::Range;

/// Reads tokens from a text. White space is a token too: the grammar tells spaces, line breaks and
/// comments apart.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'text> {
    text: &'text str,
    position: usize,
}

/// One token: what it is, and the bytes that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Spaces and tabs, as many as there are.
    Space,
    /// One LF or CR LF.
    Newline,
    Comma,
    /// From `//` to the end of the line, the line break left out.
    Comment,
    /// From `///` to the end of the line, the line break left out.
    DocComment,
    Identifier,
    Number,
    /// From quote to quote; what is between has yet to be unescaped.
    String,
    /// From `"""` to `"""`; what is between has yet to be unescaped.
    TextBlock,
    At,
    Colon,
    /// `:=`
    Walrus,
    Dot,
    Pound,
    Dollar,
    Equal,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    LeftParenthesis,
    RightParenthesis,
    EndOfFile,
    /// Nothing that the language knows.
    Invalid(Invalid),
}

/// Why something is not a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Invalid {
    /// A character that begins no token.
    Character,
    /// `_` with no letter or digit behind it.
    Identifier,
    /// A number that breaks off, or with leading zeros.
    Number(&'static str),
    /// A string whose closing quote is missing; the token goes on to the end of the file.
    String,
    /// A text block whose closing quotes are missing; the token goes on to the end of the file.
    TextBlock,
}

impl Token {
    /// The bytes that it takes.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl TokenKind {
    /// How the language writes it, in words for a message.
    pub(super) fn description(self) -> &'static str {
        match self {
            Self::Space => "a space",
            Self::Newline => "a line break",
            Self::Comma => "`,`",
            Self::Comment => "a comment",
            Self::DocComment => "a documentation comment",
            Self::Identifier => "a name",
            Self::Number | Self::Invalid(Invalid::Number(_)) => "a number",
            Self::String | Self::Invalid(Invalid::String) => "a string",
            Self::TextBlock | Self::Invalid(Invalid::TextBlock) => "a text block",
            Self::At => "`@`",
            Self::Colon => "`:`",
            Self::Walrus => "`:=`",
            Self::Dot => "`.`",
            Self::Pound => "`#`",
            Self::Dollar => "`$`",
            Self::Equal => "`=`",
            Self::LeftBrace => "`{`",
            Self::RightBrace => "`}`",
            Self::LeftBracket => "`[`",
            Self::RightBracket => "`]`",
            Self::LeftParenthesis => "`(`",
            Self::RightParenthesis => "`)`",
            Self::EndOfFile => "the end of the file",
            Self::Invalid(_) => "something else",
        }
    }
}

impl<'text> Lexer<'text> {
    /// Begins at the start of `text`; a byte order mark there is skipped.
    pub(super) fn new(text: &'text str) -> Self {
        let position = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, position }
    }

    /// Begins at `position`, which must be where a token begins.
    pub(super) fn at(text: &'text str, position: usize) -> Self {
        Self { text, position }
    }

    /// Goes on from `position`, which must be where a token began.
    pub(super) fn rewind(&mut self, position: usize) {
        self.position = position;
    }

    /// The next token; at the end, [`TokenKind::EndOfFile`] for ever.
    pub(super) fn next_token(&mut self) -> Token {
        let start = self.position;
        let kind = self.scan();
        Token { kind, start, end: self.position }
    }

    fn scan(&mut self) -> TokenKind {
        let Some(first) = self.peek(0) else { return TokenKind::EndOfFile };
        match first {
            b' ' | b'\t' => {
                self.skip_while(|byte| matches!(byte, b' ' | b'\t'));
                TokenKind::Space
            }
            b'\n' => self.take(1, TokenKind::Newline),
            b'\r' if self.peek(1) == Some(b'\n') => self.take(2, TokenKind::Newline),
            b',' => self.take(1, TokenKind::Comma),
            b'/' if self.peek(1) == Some(b'/') => self.scan_comment(),
            b'@' => self.take(1, TokenKind::At),
            b':' if self.peek(1) == Some(b'=') => self.take(2, TokenKind::Walrus),
            b':' => self.take(1, TokenKind::Colon),
            b'.' => self.take(1, TokenKind::Dot),
            b'#' => self.take(1, TokenKind::Pound),
            b'$' => self.take(1, TokenKind::Dollar),
            b'=' => self.take(1, TokenKind::Equal),
            b'{' => self.take(1, TokenKind::LeftBrace),
            b'}' => self.take(1, TokenKind::RightBrace),
            b'[' => self.take(1, TokenKind::LeftBracket),
            b']' => self.take(1, TokenKind::RightBracket),
            b'(' => self.take(1, TokenKind::LeftParenthesis),
            b')' => self.take(1, TokenKind::RightParenthesis),
            b'"' => self.scan_string(),
            b'-' | b'0'..=b'9' => self.scan_number(),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => self.scan_identifier(),
            _ => {
                let character = self.rest().chars().next().map_or(1, char::len_utf8);
                self.take(character, TokenKind::Invalid(Invalid::Character))
            }
        }
    }

    fn scan_comment(&mut self) -> TokenKind {
        let kind = match self.peek(2) {
            Some(b'/') => TokenKind::DocComment,
            _ => TokenKind::Comment,
        };
        self.skip_while(|byte| byte != b'\n');
        // The CR of a CR LF belongs to the line break.
        if self.peek(0).is_some() && self.text.as_bytes().get(self.position - 1) == Some(&b'\r') {
            self.position -= 1;
        }
        kind
    }

    fn scan_identifier(&mut self) -> TokenKind {
        self.skip_while(|byte| byte == b'_');
        if !self.peek(0).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            return TokenKind::Invalid(Invalid::Identifier);
        }
        self.skip_while(is_identifier_byte);
        TokenKind::Identifier
    }

    fn scan_number(&mut self) -> TokenKind {
        let invalid = |reason| TokenKind::Invalid(Invalid::Number(reason));
        if self.peek(0) == Some(b'-') {
            self.position += 1;
        }
        let leading_zero = self.peek(0) == Some(b'0');
        match self.skip_digits() {
            0 => return invalid("a digit must follow `-`"),
            1 => {}
            _ if leading_zero => return invalid("a number has no leading zeros"),
            _ => {}
        }
        if self.peek(0) == Some(b'.') {
            self.position += 1;
            if self.skip_digits() == 0 {
                return invalid("a digit must follow `.`");
            }
        }
        if let Some(b'e' | b'E') = self.peek(0) {
            self.position += 1;
            if let Some(b'+' | b'-') = self.peek(0) {
                self.position += 1;
            }
            if self.skip_digits() == 0 {
                return invalid("a digit must follow `e`, `e+` and `e-`");
            }
        }
        TokenKind::Number
    }

    fn scan_string(&mut self) -> TokenKind {
        if self.rest().starts_with("\"\"\"") {
            self.position += 3;
            return self.scan_text_block();
        }
        self.position += 1;
        loop {
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\'));
            match self.peek(0) {
                Some(b'"') => return self.take(1, TokenKind::String),
                Some(_) => self.skip_escaped(),
                None => return TokenKind::Invalid(Invalid::String),
            }
        }
    }

    fn scan_text_block(&mut self) -> TokenKind {
        loop {
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\'));
            match self.peek(0) {
                Some(b'"') if self.rest().starts_with("\"\"\"") => {
                    return self.take(3, TokenKind::TextBlock);
                }
                Some(b'"') => self.position += 1,
                Some(_) => self.skip_escaped(),
                None => return TokenKind::Invalid(Invalid::TextBlock),
            }
        }
    }

    /// Skips a backslash and the character behind it, which may be the last of the file.
    fn skip_escaped(&mut self) {
        self.position += 1;
        self.position += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn skip_digits(&mut self) -> usize {
        let start = self.position;
        self.skip_while(|byte| byte.is_ascii_digit());
        self.position - start
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.position..).unwrap_or_default();
        self.position += rest.iter().position(|&byte| !wanted(byte)).unwrap_or(rest.len());
    }

    fn take(&mut self, length: usize, kind: TokenKind) -> TokenKind {
        self.position += length;
        kind
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.position + ahead).copied()
    }

    fn rest(&self) -> &'text str {
        self.text.get(self.position..).unwrap_or_default()
    }
}

/// Whether a name may go on with `byte`.
pub(super) fn is_identifier_byte(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::{Invalid, Lexer, TokenKind};

    fn check(text: &str, expected: &[(TokenKind, &str)]) {
        let mut lexer = Lexer::new(text);
        for &(kind, lexeme) in expected {
            let token = lexer.next_token();
            assert_eq!(
                (token.kind, lexer.text.get(token.range())),
                (kind, Some(lexeme)),
                "in {text:?}"
            );
        }
        assert_eq!(lexer.next_token().kind, TokenKind::EndOfFile, "at the end of {text:?}");
    }

    #[test]
    fn splits_statements() {
        use TokenKind::*;
        check(
            "\u{feff}input:=@a.b#C$d, {x=[]}",
            &[
                (Identifier, "input"),
                (Walrus, ":="),
                (At, "@"),
                (Identifier, "a"),
                (Dot, "."),
                (Identifier, "b"),
                (Pound, "#"),
                (Identifier, "C"),
                (Dollar, "$"),
                (Identifier, "d"),
                (Comma, ","),
                (Space, " "),
                (LeftBrace, "{"),
                (Identifier, "x"),
                (Equal, "="),
                (LeftBracket, "["),
                (RightBracket, "]"),
                (RightBrace, "}"),
            ],
        );
    }

    #[test]
    fn tells_white_space_apart() {
        use TokenKind::*;
        check(
            " \t\r\n// a\r\n/// b\n//",
            &[
                (Space, " \t"),
                (Newline, "\r\n"),
                (Comment, "// a"),
                (Newline, "\r\n"),
                (DocComment, "/// b"),
                (Newline, "\n"),
                (Comment, "//"),
            ],
        );
        check("\r", &[(Invalid(super::Invalid::Character), "\r")]);
    }

    #[test]
    fn reads_names() {
        check("__a1_", &[(TokenKind::Identifier, "__a1_")]);
        check("_1", &[(TokenKind::Identifier, "_1")]);
        check(
            "_é",
            &[
                (TokenKind::Invalid(Invalid::Identifier), "_"),
                (TokenKind::Invalid(Invalid::Character), "é"),
            ],
        );
    }

    #[test]
    fn reads_numbers() {
        for number in ["0", "-0", "10", "-1.50", "1e9", "1E+09", "-0.1e-7"] {
            check(number, &[(TokenKind::Number, number)]);
        }
        for (number, reason) in [
            ("-", "a digit must follow `-`"),
            ("1.", "a digit must follow `.`"),
            ("1.0e+", "a digit must follow `e`, `e+` and `e-`"),
            ("007", "a number has no leading zeros"),
        ] {
            check(number, &[(TokenKind::Invalid(Invalid::Number(reason)), number)]);
        }
    }

    #[test]
    fn finds_the_end_of_strings() {
        use TokenKind::{String, TextBlock};
        check(
            r#""a\"b""" "#,
            &[(String, r#""a\"b""#), (String, r#""" "#.trim_end()), (TokenKind::Space, " ")],
        );
        check(r#""\\""#, &[(String, r#""\\""#)]);
        check("\"\"\"\na\"\"b\\\"\"\"\"", &[(TextBlock, "\"\"\"\na\"\"b\\\"\"\"\"")]);
        check("\"a\\", &[(TokenKind::Invalid(Invalid::String), "\"a\\")]);
        check("\"\"\"\n\"\"", &[(TokenKind::Invalid(Invalid::TextBlock), "\"\"\"\n\"\"")]);
    }
}
