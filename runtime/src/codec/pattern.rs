//! Regular expressions that texts are held against.

use std::fmt;
use std::sync::OnceLock;

/// A regular expression of the model (ECMA 262, unanchored), compiled when it is first used.
pub struct Pattern {
    source: &'static str,
    translated: Translated,
    compiled: OnceLock<Result<Compiled, String>>,
}

/// The pattern as a crate's own syntax has it.
#[derive(Clone, Copy)]
enum Translated {
    Linear(&'static str),
    #[cfg(feature = "lookaround")]
    Backtracking(&'static str),
}

enum Compiled {
    Linear(regex::Regex),
    #[cfg(feature = "lookaround")]
    Backtracking(fancy_regex::Regex),
}

/// How long a text may be, in bytes, that is held against a pattern with look-around: a step back may take time that
/// grows with the text. A longer one does not match.
#[cfg(feature = "lookaround")]
const LONGEST_BACKTRACKED: usize = 8 << 10;

/// How many steps back are taken for one text: four for each byte of the longest. If they do not suffice, the text does
/// not match.
#[cfg(feature = "lookaround")]
const MOST_STEPS_BACK: usize = 4 * LONGEST_BACKTRACKED;

impl Pattern {
    /// The pattern that the model writes as `source`, and the `regex` crate as `translated`.
    pub const fn new(source: &'static str, translated: &'static str) -> Self {
        Self { source, translated: Translated::Linear(translated), compiled: OnceLock::new() }
    }

    /// A pattern that only backtracking can match: it looks around or refers back. `fancy-regex` writes it as
    /// `translated`.
    #[cfg(feature = "lookaround")]
    pub const fn backtracking(source: &'static str, translated: &'static str) -> Self {
        Self { source, translated: Translated::Backtracking(translated), compiled: OnceLock::new() }
    }

    /// The pattern as the model writes it.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether matching it may take much longer than reading the text does.
    pub(super) const fn backtracks(&self) -> bool {
        match self.translated {
            Translated::Linear(_) => false,
            #[cfg(feature = "lookaround")]
            Translated::Backtracking(_) => true,
        }
    }

    /// Whether it is found anywhere in `text`. What takes too long to tell counts as no.
    ///
    /// # Errors
    /// If the pattern itself is broken.
    pub fn matches(&self, text: &str) -> Result<bool, String> {
        match self.compiled.get_or_init(|| self.compile()) {
            Ok(Compiled::Linear(pattern)) => Ok(pattern.is_match(text)),
            #[cfg(feature = "lookaround")]
            Ok(Compiled::Backtracking(pattern)) => {
                if text.len() > LONGEST_BACKTRACKED {
                    self.gave_up(text, "the text is too long");
                    return Ok(false);
                }
                // All that can fail is that it takes too many steps, or too much memory for them.
                let matches = pattern.is_match(text);
                Ok(matches.inspect_err(|_| self.gave_up(text, "too many steps")).unwrap_or(false))
            }
            Err(error) => Err(error.clone()),
        }
    }

    /// Tells whoever looks after the service that a text was refused without knowing that it is wrong.
    #[cfg(feature = "lookaround")]
    #[cold]
    #[cfg_attr(not(feature = "tracing"), expect(unused_variables, reason = "nobody is told"))]
    fn gave_up(&self, text: &str, reason: &str) {
        #[cfg(feature = "tracing")]
        tracing::warn!(
            pattern = self.source,
            length = text.len(),
            reason,
            "a text was not held against its pattern to the end, and refused"
        );
    }

    fn compile(&self) -> Result<Compiled, String> {
        let broken = |error: &dyn fmt::Display| {
            format!("the pattern `{}` does not compile: {error}", self.source)
        };
        match self.translated {
            Translated::Linear(translated) => {
                regex::Regex::new(translated).map(Compiled::Linear).map_err(|error| broken(&error))
            }
            #[cfg(feature = "lookaround")]
            Translated::Backtracking(translated) => fancy_regex::RegexBuilder::new(translated)
                .backtrack_limit(MOST_STEPS_BACK)
                .build()
                .map(Compiled::Backtracking)
                .map_err(|error| broken(&error)),
        }
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}
