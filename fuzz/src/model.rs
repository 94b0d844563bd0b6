//! Reading models: an API or errors, with places that exist, in bounded time and space, the same every time.

use farrier_model::dump::dump;
use farrier_model::{
    Api, Diagnostic, Origin, Reading, Severity, Sources, diagnostic, read_sources,
};

/// Reads `text` as Smithy's IDL.
pub fn smithy_idl(text: &str) {
    let api = read("model.smithy", text);
    // Line ends are no part of what a model says.
    if !text.contains('\r') {
        let carriage_returns = text.replace('\n', "\r\n");
        assert_eq!(dumped(&api), dumped(&read("model.smithy", &carriage_returns)), "with \\r\\n");
    }
}

/// Reads `text` as Smithy's JSON AST, which it is if it says so itself.
pub fn smithy_ast(text: &str) {
    let api = read("model.json", text);
    assert_eq!(dumped(&api), dumped(&read("model.json", text)), "the second time");
}

/// Reads `text` as OpenAPI in YAML, and in JSON too if it looks like that.
pub fn openapi(text: &str) {
    let yaml = read("model.yaml", text);
    if text.trim_start().starts_with('{') {
        let json = read("model.json", text);
        if let (Some(yaml), Some(json)) = (&yaml, &json) {
            assert_eq!(dump(yaml), dump(json), "YAML and JSON");
        }
    } else {
        assert_eq!(dumped(&yaml), dumped(&read("model.yaml", text)), "the second time");
    }
}

/// Reads one file, and checks what is said about it.
pub fn read(path: &str, text: &str) -> Option<Api> {
    let mut sources = Sources::new();
    sources.add(path, text);
    let Reading { sources, api, diagnostics } = read_sources(sources, None);
    check_diagnostics(&sources, &diagnostics);
    let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
    assert_eq!(api.is_none(), diagnostics.iter().any(is_error), "no API, or errors: not both");
    api
}

/// Checks that diagnostics have places, and that they can be shown.
pub fn check_diagnostics(sources: &Sources, diagnostics: &[Diagnostic]) {
    for finding in diagnostics {
        assert!(!finding.message.is_empty(), "{finding:?}");
        let related = finding.related.iter().map(|(origin, _)| origin);
        for origin in std::iter::once(&finding.origin).chain(related) {
            let Origin::Span { source, start, end } = *origin else { continue };
            let text = sources.text(source);
            assert!(start <= end, "{finding:?}");
            assert!(text.get(start as usize..end as usize).is_some(), "no such place: {finding:?}");
        }
    }
    let shown = diagnostic::render(sources, diagnostics, false);
    let is_harmless = |letter: char| {
        letter == '\n'
            || !(letter.is_control()
                || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    };
    if let Some(letter) = shown.chars().find(|letter| !is_harmless(*letter)) {
        panic!("{letter:?} is printed:\n{shown:?}");
    }
    // A few lines, each of bounded length.
    let places: usize = diagnostics.iter().map(|finding| 1 + finding.related.len()).sum();
    assert!(
        shown.len() <= (places + 1) * MOST_A_PLACE,
        "{} bytes for {places} places",
        shown.len()
    );
    for line in diagnostic::to_json_lines(sources, diagnostics).lines() {
        let parsed: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        assert!(parsed.is_object(), "{line}");
    }
}

/// What is printed of one place, in bytes.
const MOST_A_PLACE: usize = 16 << 10;

fn dumped(api: &Option<Api>) -> Option<String> {
    api.as_ref().map(dump)
}
