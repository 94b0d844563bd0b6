//! Values to text: labels, query parameters, headers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::encode_percent;
use crate::codec::json::not_finite;
use crate::codec::{ANY, Encode, Member, Structure, Writer};
use crate::value::{Timestamp, TimestampFormat};

/// Where a text travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In a segment of the path.
    Label,
    /// In the query.
    Query,
    /// In a header.
    Header,
}

/// Writes scalars, and lists of them, as texts.
pub struct TextWriter<'t> {
    location: Location,
    member: &'static Member,
    in_list: bool,
    emit: &'t mut dyn FnMut(&str),
}

/// Appends a label to a path. False, and nothing appended, if its text is empty: the path would lead elsewhere.
pub fn write_label<T: Encode + ?Sized>(
    member: &'static Member,
    value: &T,
    greedy: bool,
    path: &mut String,
) -> bool {
    let before = path.len();
    value.encode(&mut TextWriter::new(Location::Label, member, &mut |text| {
        encode_percent(text, greedy, path);
    }));
    path.len() > before
}

/// Appends a parameter to a query, as often as the value has items: `?name=value` at first, then `&name=value`.
pub fn write_query<T: Encode + ?Sized>(
    member: &'static Member,
    name: &str,
    value: &T,
    query: &mut String,
) {
    value.encode(&mut TextWriter::new(Location::Query, member, &mut |text| {
        query.push(if query.is_empty() { '?' } else { '&' });
        encode_percent(name, false, query);
        query.push('=');
        encode_percent(text, false, query);
    }));
}

/// The text of a header, if the value is not null. An empty list is an empty header.
pub fn write_header<T: Encode + ?Sized>(member: &'static Member, value: &T) -> Option<String> {
    let mut header: Option<String> = None;
    value.encode(&mut TextWriter::new(Location::Header, member, &mut |text| match &mut header {
        Some(header) => {
            header.push_str(", ");
            header.push_str(text);
        }
        None => header = Some(text.to_owned()),
    }));
    header
}

impl TimestampFormat {
    /// The format of timestamps that no member asks another one for (Smithy 2.0, HTTP bindings).
    pub(super) const fn default_in(location: Location) -> Self {
        match location {
            Location::Header => Self::HttpDate,
            Location::Label | Location::Query => Self::DateTime,
        }
    }
}

impl<'t> TextWriter<'t> {
    /// Hands the text of each scalar to `emit`: one, or as many as a list has items.
    pub fn new(location: Location, member: &'static Member, emit: &'t mut dyn FnMut(&str)) -> Self {
        Self { location, member, in_list: false, emit }
    }

    fn float(&mut self, value: f64, text: &str) {
        let text = if value.is_finite() {
            // `1`, not `1.0`: these are read by people, too.
            text.strip_suffix(".0").unwrap_or(text)
        } else {
            not_finite(value)
        };
        (self.emit)(text);
    }
}

impl Writer for TextWriter<'_> {
    // No model that is well formed puts a structure or map here.
    fn open_structure(&mut self, _structure: &'static Structure) {}

    fn member(&mut self, member: &'static Member) {
        self.member = member;
    }

    fn close_structure(&mut self) {}

    fn open_list(&mut self, length: usize) -> &'static Member {
        self.in_list = true;
        if length == 0 && self.location == Location::Header {
            (self.emit)("");
        }
        self.member.items.unwrap_or(&ANY)
    }

    fn item(&mut self, member: &'static Member) {
        self.member = member;
    }

    fn close_list(&mut self) {
        self.in_list = false;
    }

    fn open_map(&mut self, _length: usize) -> &'static Member {
        self.member.items.unwrap_or(&ANY)
    }

    fn key(&mut self, _key: &str, member: &'static Member) {
        self.member = member;
    }

    fn close_map(&mut self) {}

    fn null(&mut self) {}

    fn boolean(&mut self, value: bool) {
        (self.emit)(if value { "true" } else { "false" });
    }

    fn integer(&mut self, value: i64) {
        (self.emit)(itoa::Buffer::new().format(value));
    }

    fn unsigned(&mut self, value: u64) {
        (self.emit)(itoa::Buffer::new().format(value));
    }

    fn float32(&mut self, value: f32) {
        self.float(value.into(), zmij::Buffer::new().format(value));
    }

    fn float64(&mut self, value: f64) {
        self.float(value, zmij::Buffer::new().format(value));
    }

    fn number(&mut self, text: &str) {
        (self.emit)(text);
    }

    fn string(&mut self, value: &str) {
        if self.location != Location::Header {
            return (self.emit)(value);
        }
        if self.member.media_type {
            (self.emit)(&STANDARD.encode(value));
        } else if self.in_list && needs_quotes(value) {
            let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
            (self.emit)(&format!("\"{escaped}\""));
        } else {
            (self.emit)(value);
        }
    }

    fn blob(&mut self, value: &[u8]) {
        (self.emit)(&STANDARD.encode(value));
    }

    fn timestamp(&mut self, value: Timestamp) {
        let format = self.member.timestamp.unwrap_or(TimestampFormat::default_in(self.location));
        (self.emit)(&value.format(format));
    }

    // Only unions are refused.
    fn refuse(&mut self, _reason: String) {}
}

/// Whether an item would be read as another one, or as several.
fn needs_quotes(item: &str) -> bool {
    item.is_empty()
        || item.contains([',', '"'])
        || item.starts_with([' ', '\t'])
        || item.ends_with([' ', '\t'])
}
