//! Values to JSON.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::scan::plain_length;
use crate::codec::shape::ANY;
use crate::codec::{Member, Structure, Writer};
use crate::value::{Timestamp, TimestampFormat};

/// Writes JSON to the end of a buffer.
#[derive(Debug)]
pub struct JsonWriter<'b> {
    out: &'b mut Vec<u8>,
    first: bool,
    member: &'static Member,
    timestamps: TimestampFormat,
    refused: Option<String>,
}

impl<'b> JsonWriter<'b> {
    /// Writes to the end of `out`; timestamps in the format `timestamps` where the member asks for none.
    pub fn new(out: &'b mut Vec<u8>, timestamps: TimestampFormat) -> Self {
        Self { out, first: true, member: &ANY, timestamps, refused: None }
    }

    /// Why what has been written must not be sent, if anything.
    pub fn refused(&mut self) -> Option<String> {
        self.refused.take()
    }

    fn separate(&mut self) {
        if self.first {
            self.first = false;
        } else {
            self.out.push(b',');
        }
    }

    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.first = true;
    }

    fn close(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.first = false;
    }
}

impl Writer for JsonWriter<'_> {
    fn open_structure(&mut self, _structure: &'static Structure) {
        self.open(b'{');
    }

    fn member(&mut self, member: &'static Member) {
        self.member = member;
        // One growth at most, not one a piece.
        self.out.reserve(member.json.len() + 4);
        self.separate();
        if member.plain {
            self.out.push(b'"');
            self.out.extend_from_slice(member.json.as_bytes());
            self.out.extend_from_slice(b"\":");
        } else {
            write_text(member.json, self.out);
            self.out.push(b':');
        }
    }

    fn close_structure(&mut self) {
        self.close(b'}');
    }

    fn open_list(&mut self, _length: usize) -> &'static Member {
        self.open(b'[');
        self.member.item()
    }

    fn item(&mut self, member: &'static Member) {
        self.member = member;
        self.separate();
    }

    fn close_list(&mut self) {
        self.close(b']');
    }

    fn open_map(&mut self, _length: usize) -> &'static Member {
        self.open(b'{');
        self.member.item()
    }

    fn key(&mut self, key: &str, member: &'static Member) {
        self.member = member;
        self.separate();
        write_text(key, self.out);
        self.out.push(b':');
    }

    fn close_map(&mut self) {
        self.close(b'}');
    }

    fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    fn boolean(&mut self, value: bool) {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    fn integer(&mut self, value: i64) {
        self.out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
    }

    fn unsigned(&mut self, value: u64) {
        self.out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
    }

    fn float32(&mut self, value: f32) {
        if value.is_finite() {
            self.out.extend_from_slice(zmij::Buffer::new().format_finite(value).as_bytes());
        } else {
            write_text(not_finite(value.into()), self.out);
        }
    }

    fn float64(&mut self, value: f64) {
        if value.is_finite() {
            self.out.extend_from_slice(zmij::Buffer::new().format_finite(value).as_bytes());
        } else {
            write_text(not_finite(value), self.out);
        }
    }

    fn number(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn string(&mut self, value: &str) {
        write_text(value, self.out);
    }

    fn blob(&mut self, value: &[u8]) {
        self.out.push(b'"');
        write_base64(value, self.out);
        self.out.push(b'"');
    }

    fn timestamp(&mut self, value: Timestamp) {
        match self.member.timestamp.unwrap_or(self.timestamps) {
            TimestampFormat::EpochSeconds => value.write(TimestampFormat::EpochSeconds, self.out),
            format => {
                self.out.push(b'"');
                value.write(format, self.out);
                self.out.push(b'"');
            }
        }
    }

    fn refuse(&mut self, reason: String) {
        self.refused.get_or_insert(reason);
    }
}

/// How Smithy writes numbers that JSON has not.
pub(crate) fn not_finite(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    }
}

/// In pieces, so that no second copy of the whole is held.
fn write_base64(mut bytes: &[u8], out: &mut Vec<u8>) {
    const PIECE: usize = 768;
    let mut piece = [0_u8; PIECE / 3 * 4];
    out.reserve(bytes.len().div_ceil(3).saturating_mul(4) + 1);
    while !bytes.is_empty() {
        let (now, rest) = bytes.split_at_checked(PIECE).unwrap_or((bytes, &[]));
        // The piece has room for all of it.
        let length = STANDARD.encode_slice(now, &mut piece).unwrap_or_default();
        out.extend_from_slice(piece.get(..length).unwrap_or_default());
        bytes = rest;
    }
}

/// A text in quotes, with what must be escaped escaped.
pub(crate) fn write_text(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    if plain_length(bytes) == bytes.len() {
        out.extend_from_slice(bytes);
    } else {
        write_escaping(bytes, out);
    }
    out.push(b'"');
}

#[cold]
fn write_escaping(bytes: &[u8], out: &mut Vec<u8>) {
    let mut rest = bytes;
    loop {
        let length = plain_length(rest);
        let (plain, from) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        out.extend_from_slice(plain);
        let Some((escaped, after)) = from.split_first() else { return };
        write_escaped(*escaped, out);
        rest = after;
    }
}

fn write_escaped(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' => b'"',
        b'\\' => b'\\',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let hex = |digit: u8| if digit < 10 { b'0' + digit } else { b'a' + digit - 10 };
            out.extend_from_slice(b"\\u00");
            out.push(hex(byte >> 4));
            out.push(hex(byte & 0xf));
            return;
        }
    };
    out.push(b'\\');
    out.push(short);
}
