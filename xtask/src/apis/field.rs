//! Tables of a TOML file, field by field, each with its place.

use super::suggest;
use farrier_model::{Diagnostic, Origin, source::SourceId};
use std::ops::Range;
use toml_edit::{Item, Table};

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

/// A table that is being read.
pub(super) struct Fields<'a> {
    table: &'a Table,
    source: SourceId,
    origin: Origin,
}

impl<'a> Fields<'a> {
    /// The fields of `table`, which stands at `origin` in `source`.
    pub(super) fn new(table: &'a Table, source: SourceId, origin: Origin) -> Self {
        Self { table, source, origin }
    }

    /// Where the table stands.
    pub(super) fn origin(&self) -> Origin {
        self.origin.clone()
    }

    /// Where the key stands; where the table stands if there is no such key.
    pub(super) fn origin_of(&self, key: &str) -> Origin {
        self.table
            .key(key)
            .and_then(toml_edit::Key::span)
            .or_else(|| self.table.get(key).and_then(Item::span))
            .map_or_else(|| self.origin(), |place| self.place(place))
    }

    /// Whether the key is there, with a value of a wrong type that has been reported.
    pub(super) fn has_wrong(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|item| !item.is_array())
    }

    /// Reports every key but `known`.
    pub(super) fn refuse_unknown(&self, known: &[&str], diagnostics: &mut Vec<Diagnostic>) {
        for (key, _) in self.table {
            if !known.contains(&key) {
                let message = format!("there is no key `{key}`");
                diagnostics.push(
                    Diagnostic::invalid("apis-toml-key", self.origin_of(key), message)
                        .with_help(suggest(key, known)),
                );
            }
        }
    }

    /// A string that may be left out.
    pub(super) fn string(
        &self,
        key: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Spanned<String>> {
        let item = self.table.get(key)?;
        let string = item.as_str().map(|value| self.spanned(value, item.span()));
        if string.is_none() {
            self.wrong_type(key, "a string", item, diagnostics);
        }
        string
    }

    /// A string that must be there.
    pub(super) fn required_string(
        &self,
        key: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Spanned<String>> {
        if !self.table.contains_key(key) {
            let message = format!("`{key}` is missing");
            diagnostics.push(Diagnostic::invalid("apis-toml-missing", self.origin(), message));
        }
        self.string(key, diagnostics)
    }

    /// True or false; false if it is left out.
    pub(super) fn boolean(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let Some(item) = self.table.get(key) else { return false };
        let value = item.as_bool();
        if value.is_none() {
            self.wrong_type(key, "true or false", item, diagnostics);
        }
        value.unwrap_or_default()
    }

    /// A list of strings that may be left out.
    pub(super) fn strings(
        &self,
        key: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<Spanned<String>>> {
        let item = self.table.get(key)?;
        let Some(array) = item.as_array() else {
            self.wrong_type(key, "a list of strings", item, diagnostics);
            return None;
        };
        let mut strings = Vec::new();
        for value in array {
            match value.as_str() {
                Some(string) => strings.push(self.spanned(string, value.span())),
                None => {
                    let origin =
                        value.span().map_or_else(|| self.origin(), |place| self.place(place));
                    let message =
                        format!("`{key}` must be a list of strings; this is {}", value.type_name());
                    diagnostics.push(Diagnostic::invalid("apis-toml-type", origin, message));
                }
            }
        }
        Some(strings)
    }

    fn wrong_type(
        &self,
        key: &str,
        expected: &str,
        item: &Item,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let origin = item.span().map_or_else(|| self.origin_of(key), |place| self.place(place));
        let message = format!("`{key}` must be {expected}; this is {}", item.type_name());
        diagnostics.push(Diagnostic::invalid("apis-toml-type", origin, message));
    }

    fn spanned(&self, value: &str, place: Option<Range<usize>>) -> Spanned<String> {
        let origin = place.map_or_else(|| self.origin(), |place| self.place(place));
        Spanned { value: value.to_owned(), origin }
    }

    fn place(&self, place: Range<usize>) -> Origin {
        Origin::span(self.source, place.start, place.end)
    }
}
