//! What `Debug` shows in place of a sensitive value.

use std::fmt;

/// Stands for a sensitive value in `Debug` output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl Redacted {
    /// Keeps whether an optional value is there, and nothing else of it.
    pub const fn option<T>(value: &Option<T>) -> Option<Self> {
        match value {
            Some(_) => Some(Self),
            None => None,
        }
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("*** redacted ***")
    }
}
