//! What is wrong with a model, where, and what to do about it.

use crate::source::Origin;

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

    /// The same with what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
