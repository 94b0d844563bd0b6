//! JMESPath's tokens.

use super::SyntaxError;
use crate::api::{Number, Value};

/// One token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// `name`: may be a function's.
    Name(String),
    /// `"name"`: is never a function's.
    QuotedName(String),
    Number(i64),
    Literal(Value),
    /// Everything else, as it is written.
    Symbol(&'static str),
    End,
}

impl Token {
    /// What a message calls it.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Name(name) => format!("`{name}`"),
            Self::QuotedName(name) => format!("the name `{name}`"),
            Self::Number(number) => format!("the number `{number}`"),
            Self::Literal(_) => "a literal".to_owned(),
            Self::Symbol(symbol) => format!("`{symbol}`"),
            Self::End => "the end".to_owned(),
        }
    }
}

/// The tokens of `text`, each with the offset of its first byte; the last one is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, SyntaxError> {
    let mut lexer = Lexer { text, offset: 0 };
    let mut tokens = Vec::new();
    loop {
        lexer.skip_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
        let start = lexer.offset;
        let token = lexer.token()?;
        let end = token == Token::End;
        tokens.push((start, token));
        if end {
            return Ok(tokens);
        }
    }
}

/// Symbols of which one may be the start of another: the longer ones first.
const SYMBOLS: [&str; 27] = [
    "[?", "[]", "||", "&&", "==", "!=", "<=", ">=", "[", "]", "{", "}", "(", ")", "|", "&", "<",
    ">", "!", ".", ",", ":", "*", "@", "-", "=", "+",
];

struct Lexer<'t> {
    text: &'t str,
    offset: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.offset..).unwrap_or("")
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.offset += length;
        rest.get(..length).unwrap_or("")
    }

    fn token(&mut self) -> Result<Token, SyntaxError> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return Ok(Token::End) };
        let start = self.offset;
        match first {
            'a'..='z' | 'A'..='Z' | '_' => {
                let name = self.skip_while(|c| c.is_ascii_alphanumeric() || c == '_');
                Ok(Token::Name(name.to_owned()))
            }
            '0'..='9' => self.number(1),
            '-' if rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) => {
                self.offset += 1;
                self.number(-1)
            }
            '"' => {
                let raw = self.delimited('"')?;
                let name = serde_json::from_str(&format!("\"{raw}\""))
                    .map_err(|_| SyntaxError::new(start, "the quoted name is no string of JSON"))?;
                Ok(Token::QuotedName(name))
            }
            '\'' => {
                let raw = self.delimited('\'')?;
                Ok(Token::Literal(Value::String(raw.replace("\\'", "'"))))
            }
            '`' => {
                let raw = self.delimited('`')?.replace("\\`", "`");
                let literal = json(raw.trim())
                    .ok_or_else(|| SyntaxError::new(start, "the literal is no JSON"))?;
                Ok(Token::Literal(literal))
            }
            _ => {
                let symbol = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol));
                let symbol = symbol.filter(|symbol| !matches!(*symbol, "-" | "=" | "+"));
                let Some(symbol) = symbol else {
                    return Err(SyntaxError::new(start, format!("`{first}` means nothing here")));
                };
                self.offset += symbol.len();
                Ok(Token::Symbol(symbol))
            }
        }
    }

    fn number(&mut self, sign: i64) -> Result<Token, SyntaxError> {
        let start = self.offset;
        let digits = self.skip_while(|c| c.is_ascii_digit());
        match digits.parse::<i64>() {
            Ok(number) => Ok(Token::Number(sign * number)),
            Err(_) => Err(SyntaxError::new(start, "the number is too large")),
        }
    }

    /// What stands between two of `quote`; a backslash keeps the next character from ending it.
    fn delimited(&mut self, quote: char) -> Result<&'t str, SyntaxError> {
        let start = self.offset;
        let inner = start + quote.len_utf8();
        let mut escaped = false;
        for (place, character) in self.rest().char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if character == '\\' {
                escaped = true;
            } else if character == quote {
                self.offset = start + place + quote.len_utf8();
                return Ok(self.text.get(inner..start + place).unwrap_or(""));
            }
        }
        Err(SyntaxError::new(start, format!("there is no other {quote} to close this one")))
    }
}

fn json(text: &str) -> Option<Value> {
    Some(of_json(serde_json::from_str(text).ok()?))
}

fn of_json(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(value) => Value::Bool(value),
        serde_json::Value::Number(number) => Value::Number(match number.as_i128() {
            Some(integer) => Number::Integer(integer),
            None => Number::Float(number.as_f64().unwrap_or_default()),
        }),
        serde_json::Value::String(text) => Value::String(text),
        serde_json::Value::Array(items) => Value::Array(items.into_iter().map(of_json).collect()),
        serde_json::Value::Object(members) => {
            Value::Object(members.into_iter().map(|(name, value)| (name, of_json(value))).collect())
        }
    }
}
