//! Finds the places of many diagnostics at once, and cuts bounded, harmless excerpts out of files.

use super::{Diagnostic, distinct};
use crate::{
    node,
    source::{Origin, SourceId, Sources},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write as _,
    ops::Range,
};

/// At most this many characters of a line are shown in front of a place, and from its start on.
const EXCERPT: (usize, usize) = (40, 100);

/// At most this many characters of a text that comes from a model are shown.
const MAX_TEXT: usize = 1000;

/// Where every origin of some diagnostics is.
pub(super) struct Positions<'s> {
    sources: &'s Sources,
    /// Per file, the offset at which each line starts.
    lines: BTreeMap<SourceId, Vec<usize>>,
    /// By file and pointer.
    pointers: BTreeMap<SourceId, HashMap<String, node::Location>>,
}

/// A range of bytes in a file.
#[derive(Clone, Debug)]
pub(super) struct Position {
    pub(super) source: SourceId,
    pub(super) range: Range<usize>,
}

/// A line and a column, both counted from 1, columns in Unicode scalars.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineColumn {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// One line of a file, or the part of it around a place, free of control characters.
pub(super) struct Excerpt {
    pub(super) line: String,
    /// Where in it the place is.
    pub(super) range: Range<usize>,
}

impl<'s> Positions<'s> {
    /// Looks all origins of `diagnostics` up, walking over each file once.
    pub(super) fn find(sources: &'s Sources, diagnostics: &[Diagnostic]) -> Self {
        let mut wanted: BTreeMap<SourceId, BTreeSet<&str>> = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for diagnostic in diagnostics {
            let related = diagnostic.related.iter().map(|(origin, _)| origin);
            for origin in std::iter::once(&diagnostic.origin).chain(related) {
                let Some(source) = origin.source() else { continue };
                lines.entry(source).or_insert_with(|| line_starts(sources.text(source)));
                if let Origin::Pointer { pointer, .. } = origin {
                    wanted.entry(source).or_default().insert(pointer);
                }
            }
        }
        let pointers = wanted.into_iter().map(|(source, pointers)| {
            let json = sources.get(source).is_some_and(node::is_json);
            let found = node::locate(sources.text(source), json, pointers.into_iter());
            let found = found.into_iter().map(|(pointer, location)| (pointer.to_owned(), location));
            (source, found.collect())
        });
        Self { sources, lines, pointers: pointers.collect() }
    }

    /// Each diagnostic once: by file, by place, the worst first.
    pub(super) fn sorted<'d>(
        &self,
        diagnostics: &'d [Diagnostic],
    ) -> Vec<(Option<Position>, &'d Diagnostic)> {
        let with_position = |diagnostic: &'d Diagnostic| (self.get(&diagnostic.origin), diagnostic);
        let mut sorted: Vec<_> = distinct(diagnostics).into_iter().map(with_position).collect();
        sorted.sort_by_cached_key(|(position, diagnostic)| {
            // What has no place comes last.
            let place = position.as_ref().map(|position| (position.source, position.range.start));
            let severity = Reverse(diagnostic.severity);
            (place.is_none(), place, severity, diagnostic.code, diagnostic.message.clone())
        });
        sorted
    }

    /// Where it is. Of a value that is longer than a line its key, else its first character.
    pub(super) fn get(&self, origin: &Origin) -> Option<Position> {
        let source = origin.source()?;
        let text = self.sources.get(source)?.text.as_str();
        let range = match origin {
            Origin::BuiltIn => return None,
            Origin::Span { start, end, .. } => *start as usize..*end as usize,
            Origin::Pointer { pointer, key, .. } => {
                match self.pointers.get(&source).and_then(|found| found.get(&**pointer)) {
                    None => 0..0,
                    Some(location) if *key => {
                        location.key.as_ref().unwrap_or(&location.value).clone()
                    }
                    Some(location) => short(text, location),
                }
            }
        };
        // Never inside of a character, never behind the end.
        let start = floor(text, range.start);
        Some(Position { source, range: start..floor(text, range.end).max(start) })
    }

    pub(super) fn line_column(&self, source: SourceId, offset: usize) -> LineColumn {
        let starts = self.lines.get(&source).map_or(&[][..], Vec::as_slice);
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let before = self.sources.text(source).get(start..offset).unwrap_or("");
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The first line of the place.
    pub(super) fn excerpt(&self, position: &Position) -> Excerpt {
        let text = self.sources.text(position.source);
        let (before, behind) = text.split_at_checked(position.range.start).unwrap_or((text, ""));
        let before =
            before.rfind('\n').and_then(|newline| before.get(newline + 1..)).unwrap_or(before);
        let behind = behind.find('\n').and_then(|newline| behind.get(..newline)).unwrap_or(behind);
        let behind = behind.strip_suffix('\r').unwrap_or(behind);

        let mut line = String::new();
        let (mut most_before, mut most_behind) = EXCERPT;
        // A line that fits is shown as it is.
        let most = most_before + most_behind;
        if before.chars().chain(behind.chars()).take(most + 1).count() <= most {
            (most_before, most_behind) = (most, most);
        }
        match before.char_indices().rev().nth(most_before) {
            None => escape_into(&mut line, before),
            Some((cut, character)) => {
                line.push('…');
                escape_into(&mut line, before.get(cut + character.len_utf8()..).unwrap_or(""));
            }
        }
        let start = line.len();
        let shown = behind.char_indices().nth(most_behind).map_or(behind.len(), |(cut, _)| cut);
        let length = position.range.len().min(shown);
        escape_into(&mut line, behind.get(..length).unwrap_or(""));
        let end = line.len();
        escape_into(&mut line, behind.get(length..shown).unwrap_or(""));
        if shown < behind.len() {
            line.push('…');
        }
        Excerpt { line, range: start..end }
    }
}

/// A text as it can be shown: bounded, in one line, and with control characters escaped.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::new();
    match text.char_indices().nth(MAX_TEXT) {
        None => escape_into(&mut shown, text),
        Some((cut, _)) => {
            escape_into(&mut shown, text.get(..cut).unwrap_or(""));
            shown.push('…');
        }
    }
    shown
}

/// Whether a character could change how the text around it is shown, or what a terminal does.
pub(super) fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Bidirectional controls, invisible ones, line separators, tags, private use.
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{10ffff}'
        )
}

fn escape_into(shown: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            _ if is_harmful(character) => {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(newlines.map(|(offset, _)| offset + 1)).collect()
}

fn short(text: &str, location: &node::Location) -> Range<usize> {
    let value = &location.value;
    let is_short = text
        .get(value.clone())
        .is_some_and(|text| !text.is_empty() && text.len() <= EXCERPT.1 && !text.contains('\n'));
    match &location.key {
        _ if is_short => value.clone(),
        Some(key) => key.clone(),
        None => value.start..value.end.min(value.start + 1),
    }
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
