//! Tests of the parser as a whole.

mod corpus;
mod errors;
mod robustness;
mod statements;

use crate::{
    diagnostic::{Diagnostic, Severity},
    smithy::document::Document,
    source::{Origin, SourceId, Sources},
};

/// Reads `text`, and gives what it says, if there is no error, and what is wrong with it.
fn parse(text: &str) -> (Option<Document>, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::new();
    let source: SourceId = sources.add("test.smithy", text);
    let mut diagnostics = Vec::new();
    let document = super::parse(&sources, source, &mut diagnostics);
    let broken = diagnostics.iter().any(|finding| finding.severity == Severity::Error);
    ((!broken).then_some(document), diagnostics, sources)
}

/// `line:column: message`, a line a diagnostic; each place that has to do with it indented.
fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let (line, column) = position(&diagnostic.origin, sources);
        text += &format!("{line}:{column} {}: {}\n", diagnostic.code, diagnostic.message);
        for (origin, note) in &diagnostic.related {
            let (line, column) = position(origin, sources);
            text += &format!("  {line}:{column}: {note}\n");
        }
        if let Some(help) = &diagnostic.help {
            text += &format!("  help: {help}\n");
        }
    }
    text
}

/// Where something begins, line and column.
fn position(origin: &Origin, sources: &Sources) -> (usize, usize) {
    let Origin::Span { source, start, .. } = origin else { panic!("{origin:?} has no span") };
    sources.get(*source).expect("the file is there").line_column(*start as usize)
}

/// What is written at a place.
fn written<'text>(origin: &Origin, sources: &'text Sources) -> &'text str {
    let Origin::Span { source, start, end } = origin else { panic!("{origin:?} has no span") };
    sources.text(*source).get(*start as usize..*end as usize).expect("the span is in the file")
}
