//! Diagnostics for people.

use super::{
    Diagnostic, Kind, Severity,
    position::{Position, Positions, shown},
};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// What is said about each diagnostic that is not the model's fault.
const UNSUPPORTED: &str = "the model may say this; Farrier cannot do it yet";

/// Stands behind a place that is complete, where the renderer would add another line and column.
const END_OF_PLACE: char = '\u{f0000}';

/// The text for all diagnostics, each once, by file and place: what is wrong, where, the line, and
/// what to do; with `colour`, in ANSI colours.
///
/// Whatever a model holds, a diagnostic takes a bounded number of lines of bounded length, and control
/// characters (bidirectional ones among them) are shown escaped.
pub fn render(sources: &Sources, diagnostics: &[Diagnostic], colour: bool) -> String {
    let positions = Positions::find(sources, diagnostics);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    // Excerpts have been cut to size already, by a rule that knows where the place is.
    let renderer = renderer.term_width(10_000);
    let mut text = String::new();
    for (position, diagnostic) in positions.sorted(diagnostics) {
        let mut title = level(diagnostic.severity).primary_title(shown(&diagnostic.message));
        title = title.id(diagnostic.code);
        let mut group = Group::with_title(title);
        if let Some(position) = position {
            let label = diagnostic.label.as_deref();
            group = show(group, &positions, sources, &position, AnnotationKind::Primary, label);
        }
        for (origin, label) in &diagnostic.related {
            match positions.get(origin) {
                Some(position) => {
                    let kind = AnnotationKind::Context;
                    group = show(group, &positions, sources, &position, kind, Some(label));
                }
                None => group = group.element(Level::NOTE.message(shown(label))),
            }
        }
        if diagnostic.kind == Kind::Unsupported && diagnostic.severity == Severity::Error {
            group = group.element(Level::NOTE.message(UNSUPPORTED));
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(shown(help)));
        }
        text += &strip_columns(&renderer.render(&[group]));
        text += "\n\n";
    }
    text
}

/// Adds the place, the line and a mark below it.
fn show<'a>(
    group: Group<'a>,
    positions: &Positions<'_>,
    sources: &Sources,
    position: &Position,
    kind: AnnotationKind,
    label: Option<&str>,
) -> Group<'a> {
    let start = positions.line_column(position.source, position.range.start);
    let path = sources.get(position.source).map(|source| source.path.to_string_lossy());
    let path = shown(&path.unwrap_or_default());
    let excerpt = positions.excerpt(position);
    let annotation = kind.span(excerpt.range).label(label.map(shown));
    // The column that follows is counted in the excerpt; `strip_columns` removes it.
    let place = format!("{path}:{}:{}{END_OF_PLACE}", start.line, start.column);
    let snippet = Snippet::source(excerpt.line).path(place).line_start(start.line);
    group.element(snippet.annotation(annotation))
}

/// Removes what follows each [`END_OF_PLACE`], and the mark itself.
fn strip_columns(text: &str) -> String {
    let mut parts = text.split(END_OF_PLACE);
    let mut stripped = parts.next().unwrap_or("").to_owned();
    for part in parts {
        stripped += part
            .trim_start_matches(|character: char| character == ':' || character.is_ascii_digit());
    }
    stripped
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Danger => Level::WARNING.with_name("danger"),
        Severity::Error => Level::ERROR,
    }
}
