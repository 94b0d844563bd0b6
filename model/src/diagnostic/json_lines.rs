//! Diagnostics for machines.

use super::{
    Diagnostic,
    position::{Position, Positions, is_harmful},
};
use crate::source::Sources;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt::Write as _;

/// All diagnostics, each once, by file and place: one JSON object a line, with `code`, `severity`,
/// `kind`, `message`, `file`, `line`, `column`, `end_line`, `end_column`, `label`, `related`, `help`.
///
/// Lines and columns are counted from 1, columns in Unicode scalars; the end is behind the last
/// character. What there is none of is `null`. `related` is a list of objects with `message` and the
/// members that say where.
pub fn to_json_lines(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let positions = Positions::find(sources, diagnostics);
    let mut lines = String::new();
    for (position, diagnostic) in positions.sorted(diagnostics) {
        let place = Place { sources, positions: &positions, position };
        let object = Object { diagnostic, place };
        // Writing strings and numbers to a string cannot fail.
        let Ok(line) = serde_json::to_string(&object) else { continue };
        push_harmless(&mut lines, &line);
        lines.push('\n');
    }
    lines
}

/// Escapes what JSON leaves as it is and a terminal would obey; it stands in strings only.
fn push_harmless(lines: &mut String, line: &str) {
    for character in line.chars() {
        if !is_harmful(character) {
            lines.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(lines, "\\u{unit:04x}");
        }
    }
}

struct Object<'a> {
    diagnostic: &'a Diagnostic,
    place: Place<'a>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { diagnostic, place } = self;
        let related: Vec<Related<'_>> = diagnostic
            .related
            .iter()
            .map(|(origin, message)| {
                let position = place.positions.get(origin);
                Related { message, place: Place { position, ..*place } }
            })
            .collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", diagnostic.code)?;
        map.serialize_entry("severity", diagnostic.severity.name())?;
        map.serialize_entry("kind", diagnostic.kind.name())?;
        map.serialize_entry("message", &diagnostic.message)?;
        place.serialize_into(&mut map)?;
        map.serialize_entry("label", &diagnostic.label)?;
        map.serialize_entry("related", &related)?;
        map.serialize_entry("help", &diagnostic.help)?;
        map.end()
    }
}

struct Related<'a> {
    message: &'a str,
    place: Place<'a>,
}

impl Serialize for Related<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("message", self.message)?;
        self.place.serialize_into(&mut map)?;
        map.end()
    }
}

struct Place<'a> {
    sources: &'a Sources,
    positions: &'a Positions<'a>,
    position: Option<Position>,
}

impl Place<'_> {
    fn serialize_into<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let position = self.position.as_ref();
        let file = position.and_then(|position| self.sources.get(position.source));
        let line_column = |offset: fn(&Position) -> usize| {
            position.map(|position| self.positions.line_column(position.source, offset(position)))
        };
        let start = line_column(|position| position.range.start);
        let end = line_column(|position| position.range.end);
        map.serialize_entry("file", &file.map(|source| source.path.to_string_lossy()))?;
        map.serialize_entry("line", &start.map(|start| start.line))?;
        map.serialize_entry("column", &start.map(|start| start.column))?;
        map.serialize_entry("end_line", &end.map(|end| end.line))?;
        map.serialize_entry("end_column", &end.map(|end| end.column))
    }
}
