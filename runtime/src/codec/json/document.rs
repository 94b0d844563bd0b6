//! JSON whose type the model leaves open.

use std::collections::BTreeMap;

use super::JsonReader;
use super::write::write_text;
use crate::codec::Halt;
use crate::value::{Document, Number, Timestamp, TimestampFormat};

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
}

/// A text that equal values share, and others do not. `timestamps` is the format of timestamps, if the value is one.
pub(super) fn fingerprint(value: &Document, timestamps: Option<TimestampFormat>) -> String {
    let mut out = Vec::new();
    match (value, timestamps) {
        (Document::String(text), Some(format)) => match Timestamp::parse(text, format) {
            Ok(time) => time.write(TimestampFormat::EpochSeconds, &mut out),
            Err(_) => write_text(text, &mut out),
        },
        _ => write_fingerprint(value, &mut out),
    }
    String::from_utf8(out).unwrap_or_default()
}

fn write_fingerprint(value: &Document, out: &mut Vec<u8>) {
    match value {
        Document::Null => out.push(b'n'),
        Document::Bool(true) => out.push(b't'),
        Document::Bool(false) => out.push(b'f'),
        Document::Number(value) => {
            // Whole numbers are the same however they are written.
            let text = match value {
                Number::Float(value) if *value == 0.0 => String::from("0"),
                value => value.to_string(),
            };
            out.extend_from_slice(text.as_bytes());
        }
        Document::String(value) => write_text(value, out),
        Document::Array(values) => {
            out.push(b'[');
            for value in values {
                write_fingerprint(value, out);
                out.push(b',');
            }
            out.push(b']');
        }
        Document::Object(values) => {
            out.push(b'{');
            for (name, value) in values {
                write_text(name, out);
                write_fingerprint(value, out);
                out.push(b',');
            }
            out.push(b'}');
        }
    }
}
