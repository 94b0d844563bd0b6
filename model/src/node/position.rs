//! Finds the bytes that pointers lead to, in one walk over a file.

use super::{place::push_step, yaml};
use granit_parser::Event;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Where a pointer leads to, as byte ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    /// The key, if it leads to a member of an object.
    pub(crate) key: Option<Range<usize>>,
    /// The value; of a YAML block collection only its start.
    pub(crate) value: Range<usize>,
}

/// Where `pointers` lead to in `text`, which is `json` or else YAML. What is not there at all, or only
/// inside of what a YAML alias repeats, has the location of the nearest value around it.
pub(crate) fn locate<'p>(
    text: &str,
    json: bool,
    pointers: impl Iterator<Item = &'p str>,
) -> HashMap<&'p str, Location> {
    let pointers: Vec<&str> = pointers.collect();
    let wanted = pointers.iter().flat_map(|pointer| with_ancestors(pointer)).collect();
    let mut tracker =
        Tracker { wanted, found: HashMap::new(), pointer: String::new(), stack: vec![] };
    if json {
        walk_json(text, &mut tracker);
    } else {
        walk_yaml(text, &mut tracker);
    }
    let found = tracker.found;
    pointers
        .into_iter()
        .filter_map(|pointer| {
            let location = with_ancestors(pointer).find_map(|pointer| found.get(pointer))?;
            Some((pointer, location.clone()))
        })
        .collect()
}

/// A pointer, and those that lead to what is around it, innermost first.
fn with_ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |pointer| {
        pointer.rfind('/').and_then(|slash| pointer.get(..slash))
    })
}

/// Follows a document and notes what is wanted.
struct Tracker<'p> {
    wanted: HashSet<&'p str>,
    found: HashMap<&'p str, Location>,
    /// The pointer to the innermost collection that is open.
    pointer: String,
    stack: Vec<Open>,
}

struct Open {
    /// The length of the pointer to it.
    pointer_length: usize,
    start: usize,
    /// The key that it is the value of.
    key: Option<Range<usize>>,
    next: Next,
}

/// What comes next in an open collection.
enum Next {
    /// The item with this number.
    Item(usize),
    /// A key.
    Key,
    /// The value of this key.
    Value(String, Range<usize>),
}

impl Tracker<'_> {
    /// Whether everything wanted has been found.
    fn is_done(&self) -> bool {
        self.found.len() == self.wanted.len()
    }

    /// A scalar, or an alias; `text` gives what it says if it is a key.
    fn scalar<'t>(&mut self, range: Range<usize>, text: impl FnOnce() -> Cow<'t, str>) {
        if let Some(Open { next: next @ Next::Key, .. }) = self.stack.last_mut() {
            *next = Next::Value(text().into_owned(), range);
            return;
        }
        let length = self.pointer.len();
        let key = self.enter();
        self.note(key, range);
        self.pointer.truncate(length);
    }

    fn open(&mut self, start: usize, object: bool) {
        let key = self.enter();
        let next = if object { Next::Key } else { Next::Item(0) };
        self.stack.push(Open { pointer_length: self.pointer.len(), start, key, next });
    }

    fn close(&mut self, end: usize) {
        let Some(open) = self.stack.pop() else { return };
        self.pointer.truncate(open.pointer_length);
        self.note(open.key, open.start..end.max(open.start));
        let around = self.stack.last().map_or(0, |open| open.pointer_length);
        self.pointer.truncate(around);
    }

    /// Goes on to the next value: appends its step to the pointer.
    fn enter(&mut self) -> Option<Range<usize>> {
        let open = self.stack.last_mut()?;
        if let Next::Item(index) = &mut open.next {
            push_step(&mut self.pointer, &index.to_string());
            *index += 1;
            return None;
        }
        match std::mem::replace(&mut open.next, Next::Key) {
            Next::Value(key, range) => {
                push_step(&mut self.pointer, &key);
                Some(range)
            }
            _ => None,
        }
    }

    fn note(&mut self, key: Option<Range<usize>>, value: Range<usize>) {
        if let Some(pointer) = self.wanted.get(self.pointer.as_str()) {
            self.found.entry(pointer).or_insert(Location { key, value });
        }
    }
}

fn walk_yaml(text: &str, tracker: &mut Tracker<'_>) {
    for event in yaml::events(text) {
        let Ok((event, span)) = event else { return };
        let Some(range) = span.byte_range() else { return };
        match event {
            Event::Scalar(scalar, ..) => tracker.scalar(range, || scalar),
            Event::Alias(_) => tracker.scalar(range, || Cow::Borrowed("*")),
            Event::SequenceStart(..) => tracker.open(range.start, false),
            Event::MappingStart(..) => tracker.open(range.start, true),
            Event::SequenceEnd | Event::MappingEnd => tracker.close(range.end),
            _ => {}
        }
        if tracker.is_done() {
            return;
        }
    }
}

/// Walks over JSON that has been parsed before; where that failed it stops.
fn walk_json(text: &str, tracker: &mut Tracker<'_>) {
    let bytes = text.as_bytes();
    let mut offset = 0;
    while let Some(&byte) = bytes.get(offset) {
        let start = offset;
        match byte {
            b'{' | b'[' => {
                tracker.open(start, byte == b'{');
                offset += 1;
            }
            b'}' | b']' => {
                offset += 1;
                tracker.close(offset);
                if tracker.is_done() {
                    return;
                }
            }
            b'"' => {
                offset = string_end(bytes, start);
                let written = text.get(start..offset).unwrap_or("");
                tracker.scalar(start..offset, || unescape(written));
            }
            // A number or a word.
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                let rest = bytes.get(start..).unwrap_or_default();
                let end = rest.iter().position(|byte| !is_part_of_word(*byte));
                offset += end.unwrap_or(rest.len());
                tracker.scalar(start..offset, || Cow::Borrowed(""));
            }
            _ => offset += 1,
        }
    }
}

fn is_part_of_word(byte: u8) -> bool {
    matches!(byte, b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E')
}

/// The offset behind the string that starts at `start`.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut offset = start + 1;
    while let Some(byte) = bytes.get(offset) {
        match byte {
            b'"' => return offset + 1,
            b'\\' => offset += 2,
            _ => offset += 1,
        }
    }
    bytes.len()
}

fn unescape(written: &str) -> Cow<'_, str> {
    let plain = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match plain {
        Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => Cow::Owned(serde_json::from_str(written).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::locate;

    #[track_caller]
    fn check(text: &str, json: bool, pointer: &str, key: Option<&str>, value: &str) {
        let found = locate(text, json, [pointer].into_iter());
        let location = found.get(pointer).expect("found");
        assert_eq!(location.key.clone().and_then(|range| text.get(range)), key, "key of {pointer}");
        assert_eq!(text.get(location.value.clone()), Some(value), "value of {pointer}");
    }

    #[test]
    fn json() {
        let text = r#"{"a": [1, {"b/c": -1.5E3}], "q\"": "x\\", "d": {}, "é": true}"#;
        check(text, true, "", None, text);
        check(text, true, "/a", Some("\"a\""), r#"[1, {"b/c": -1.5E3}]"#);
        check(text, true, "/a/0", None, "1");
        check(text, true, "/a/1/b~1c", Some("\"b/c\""), "-1.5E3");
        check(text, true, "/q\"", Some(r#""q\"""#), r#""x\\""#);
        check(text, true, "/d", Some("\"d\""), "{}");
        check(text, true, "/d/missing/too", Some("\"d\""), "{}");
        check(text, true, "/é", Some("\"é\""), "true");
    }

    #[test]
    fn yaml() {
        let text = "a:\n  - 1\n  - b/c: é x # note\nbase: &base {p: 1}\nd: *base\n? e\n: \"f\"\n";
        check(text, false, "/a/0", None, "1");
        check(text, false, "/a/1/b~1c", Some("b/c"), "é x");
        check(text, false, "/base/p", Some("p"), "1");
        check(text, false, "/d", Some("d"), "*base");
        check(text, false, "/d/p", Some("d"), "*base");
        check(text, false, "/e", Some("e"), "\"f\"");
    }
}
