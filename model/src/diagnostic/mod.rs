//! What is wrong with a model, where, and what to do about it.

mod json_lines;
mod position;
mod render;

pub use json_lines::to_json_lines;
pub use render::render;

use crate::source::Origin;
use std::collections::HashSet;

/// One thing that a run has to say about a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name for this kind of finding, in kebab case: `http-uri-conflict`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Whether the model is wrong, or right and beyond what Farrier can do yet.
    pub kind: Kind,
    /// What is wrong, in the model's words, one sentence without a full stop.
    pub message: String,
    /// Where.
    pub origin: Origin,
    /// What is written at [`origin`](Self::origin), as far as the message does not say it.
    pub label: Option<String>,
    /// Other places that have to do with it, each with what is there.
    pub related: Vec<(Origin, String)>,
    /// What to do.
    pub help: Option<String>,
    /// What Smithy's own validators call it, if it is one of their findings: what `@suppress` names.
    pub event: Option<Box<SmithyEvent>>,
}

/// How Smithy's own validators identify a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmithyEvent {
    /// `HttpMethodSemantics.MissingReadonlyTrait`; its first part in kebab case is the code.
    pub id: String,
    /// The id of the shape or member that it is about.
    pub shape: Option<String>,
}

/// How many of each there are, the worst first: `3 errors, 1 warning`; `None` if there are none. What
/// was said twice counts once, as it is shown once.
pub fn summary(diagnostics: &[Diagnostic]) -> Option<String> {
    let distinct = distinct(diagnostics);
    let counts = [
        (Severity::Error, "error"),
        (Severity::Danger, "danger"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ]
    .into_iter()
    .filter_map(|(severity, name)| {
        let count = distinct.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        match count {
            0 => None,
            1 => Some(format!("1 {name}")),
            _ => Some(format!("{count} {name}s")),
        }
    });
    let text = counts.collect::<Vec<_>>().join(", ");
    (!text.is_empty()).then_some(text)
}

/// Each diagnostic once.
fn distinct(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut seen = HashSet::new();
    let mut distinct = Vec::new();
    for diagnostic in diagnostics {
        let Diagnostic { code, severity, message, origin, .. } = diagnostic;
        if seen.insert((code, severity, message, origin)) {
            distinct.push(diagnostic);
        }
    }
    distinct
}

/// How bad a [`Diagnostic`] is; Smithy's own scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not what the author meant.
    Warning,
    /// Will probably cause trouble.
    Danger,
    /// Nothing is written.
    Error,
}

/// Whose fault a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The model is wrong.
    Invalid,
    /// The model is right, and Farrier cannot do this yet.
    Unsupported,
}

impl Severity {
    /// Its name: `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Error => "error",
        }
    }
}

impl Kind {
    /// Its name: `unsupported`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Unsupported => "unsupported",
        }
    }
}

impl Diagnostic {
    /// An error: the model is wrong.
    pub fn invalid(code: &'static str, origin: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            kind: Kind::Invalid,
            message: message.into(),
            origin,
            label: None,
            related: Vec::new(),
            help: None,
            event: None,
        }
    }

    /// An error: the model is right, and Farrier cannot do this yet.
    pub fn unsupported(code: &'static str, origin: Origin, message: impl Into<String>) -> Self {
        Self { kind: Kind::Unsupported, ..Self::invalid(code, origin, message) }
    }

    /// Something that does not stop the run.
    pub fn warning(code: &'static str, origin: Origin, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::invalid(code, origin, message) }
    }

    /// The same with another severity.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a word on what is written at the place.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same with another place that has to do with it.
    #[must_use]
    pub fn with_related(mut self, origin: Origin, text: impl Into<String>) -> Self {
        self.related.push((origin, text.into()));
        self
    }

    /// The same as a finding of Smithy's own validators: its id, and the shape that it is about.
    #[must_use]
    pub fn with_event(mut self, id: impl Into<String>, shape: Option<String>) -> Self {
        self.event = Some(Box::new(SmithyEvent { id: id.into(), shape }));
        self
    }

    /// The same with what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

#[cfg(test)]
mod tests;
