//! JSON whose type the model leaves open.

use std::collections::BTreeMap;

use super::JsonReader;
use super::write::write_text;
use crate::codec::Halt;
use crate::value::{Document, Number};

impl JsonReader<'_> {
    pub(super) fn document_value(&mut self) -> Result<Document, Halt> {
        match self.peek() {
            Some(b'"') => {
                let token = self.quoted()?;
                Ok(Document::String(self.token_text(token).to_owned()))
            }
            Some(b'{') => {
                self.descend()?;
                let mut values = BTreeMap::new();
                let mut first = true;
                while self.next_key(&mut first)? {
                    let token = self.quoted()?;
                    let name = self.token_text(token).to_owned();
                    self.colon()?;
                    values.insert(name, self.document_value()?);
                }
                self.ascend()?;
                Ok(Document::Object(values))
            }
            Some(b'[') => {
                self.descend()?;
                let mut values = Vec::new();
                let mut first = true;
                while self.next_value(&mut first)? {
                    values.push(self.document_value()?);
                }
                self.ascend()?;
                Ok(Document::Array(values))
            }
            Some(b't') => self.literal("true").map(|()| Document::Bool(true)),
            Some(b'f') => self.literal("false").map(|()| Document::Bool(false)),
            Some(b'n') => self.literal("null").map(|()| Document::Null),
            Some(b'-' | b'0'..=b'9') => self.document_number().map(Document::Number),
            _ => Err(self.unexpected("a value")),
        }
    }

    fn document_number(&mut self) -> Result<Number, Halt> {
        let Some((number, text)) = self.number_text() else {
            return Err(self.wrong("a malformed number"));
        };
        if number.is_integer() {
            if let Ok(value) = text.parse() {
                return Ok(Number::PosInt(value));
            }
            // Minus zero is a float: there is no such integer.
            if let Ok(value @ ..0) = text.parse() {
                return Ok(Number::NegInt(value));
            }
        }
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Number::Float(value)),
            _ => Err(self.wrong("a number too large for 64 bits")),
        }
    }

    /// Appends a text that equal values share, and others do not, from the value ahead. Numbers are taken as they are
    /// written: what a [`Document`] has room for of one is not all that there is to compare.
    pub(super) fn write_fingerprint(&mut self, out: &mut String) -> Result<(), Halt> {
        match self.peek() {
            Some(b'{') => {
                self.descend()?;
                let mut values = BTreeMap::new();
                let mut first = true;
                while self.next_key(&mut first)? {
                    let token = self.quoted()?;
                    let name = self.token_text(token).to_owned();
                    self.colon()?;
                    let mut value = String::new();
                    self.write_fingerprint(&mut value)?;
                    values.insert(name, value);
                }
                self.ascend()?;
                out.push('{');
                for (name, value) in values {
                    push_quoted(&name, out);
                    out.push_str(&value);
                    out.push(',');
                }
                out.push('}');
            }
            Some(b'[') => {
                self.descend()?;
                out.push('[');
                let mut first = true;
                while self.next_value(&mut first)? {
                    self.write_fingerprint(out)?;
                    out.push(',');
                }
                self.ascend()?;
                out.push(']');
            }
            Some(b'-' | b'0'..=b'9') => match self.number_text() {
                Some((number, _)) => number.write_normal(out),
                None => return Err(self.wrong("a malformed number")),
            },
            Some(b'"') => {
                let token = self.quoted()?;
                push_quoted(self.token_text(token), out);
            }
            _ => match self.document_value()? {
                Document::Bool(true) => out.push('t'),
                Document::Bool(false) => out.push('f'),
                _ => out.push('n'),
            },
        }
        Ok(())
    }
}

fn push_quoted(text: &str, out: &mut String) {
    let mut quoted = Vec::new();
    write_text(text, &mut quoted);
    out.push_str(&String::from_utf8_lossy(&quoted));
}
