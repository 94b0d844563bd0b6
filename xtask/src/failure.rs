//! Why a command could not do what it was asked to.

use std::{fmt, io, path::Path};

/// What ends a command with exit status 1.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something that has not been said yet.
    Message {
        /// What is wrong, one sentence without a full stop.
        message: String,
        /// What to do.
        help: Option<String>,
    },
    /// All has been said already.
    Reported,
}

impl Failure {
    /// A failure that says `message`.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Message { message: message.into(), help: None }
    }

    /// The same with what to do.
    pub(crate) fn with_help(self, text: impl Into<String>) -> Self {
        match self {
            Self::Message { message, .. } => Self::Message { message, help: Some(text.into()) },
            Self::Reported => Self::Reported,
        }
    }

    /// For `map_err`: `cannot read a/b: no such file`.
    pub(crate) fn io(verb: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("cannot {verb} {}", path.display());
        move |error| Self::new(format!("{what}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message { message, help: None } => write!(formatter, "{message}"),
            Self::Message { message, help: Some(help) } => {
                write!(formatter, "{message}\n  = help: {help}")
            }
            Self::Reported => write!(formatter, "see above"),
        }
    }
}
