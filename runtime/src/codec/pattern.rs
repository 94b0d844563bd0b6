//! Regular expressions that texts are held against.

use std::fmt;
use std::sync::OnceLock;

/// A regular expression of the model (ECMA 262, unanchored), compiled when it is first used.
pub struct Pattern {
    source: &'static str,
    translated: Option<&'static str>,
    compiled: OnceLock<Result<Compiled, String>>,
}

enum Compiled {
    Linear(regex::Regex),
    #[cfg(feature = "lookaround")]
    Backtracking(regress::Regex),
}

/// How long a text may be that is held against a pattern with look-around, which may take time that grows much
/// faster than the text. A longer one does not match.
#[cfg(feature = "lookaround")]
const LONGEST_BACKTRACKED: usize = 1024;

impl Pattern {
    /// The pattern that the model writes as `source`, and the `regex` crate as `translated`.
    pub const fn new(source: &'static str, translated: &'static str) -> Self {
        Self { source, translated: Some(translated), compiled: OnceLock::new() }
    }

    /// A pattern that only backtracking can match: it looks around or refers back.
    #[cfg(feature = "lookaround")]
    pub const fn backtracking(source: &'static str) -> Self {
        Self { source, translated: None, compiled: OnceLock::new() }
    }

    /// The pattern as the model writes it.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether it is found anywhere in `text`.
    ///
    /// # Errors
    /// If the pattern itself is broken.
    pub fn matches(&self, text: &str) -> Result<bool, String> {
        match self.compiled.get_or_init(|| self.compile()) {
            Ok(Compiled::Linear(pattern)) => Ok(pattern.is_match(text)),
            #[cfg(feature = "lookaround")]
            Ok(Compiled::Backtracking(pattern)) => {
                Ok(text.len() <= LONGEST_BACKTRACKED && pattern.find(text).is_some())
            }
            Err(error) => Err(error.clone()),
        }
    }

    fn compile(&self) -> Result<Compiled, String> {
        let broken = |error: &dyn fmt::Display| {
            format!("the pattern `{}` does not compile: {error}", self.source)
        };
        match self.translated {
            Some(translated) => {
                regex::Regex::new(translated).map(Compiled::Linear).map_err(|error| broken(&error))
            }
            #[cfg(feature = "lookaround")]
            None => regress::Regex::with_flags(self.source, "u")
                .or_else(|_| regress::Regex::new(self.source))
                .map(Compiled::Backtracking)
                .map_err(|error| broken(&error)),
            #[cfg(not(feature = "lookaround"))]
            None => Err(broken(&"look-around is not supported")),
        }
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}
