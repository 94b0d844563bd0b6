//! The committed list of cases that are known to fail. It is meant to be empty.

use crate::failure::Failure;
use std::collections::BTreeMap;

const LIST: &str = include_str!("../../conformance-known.txt");

/// Cases that are known to fail, and which of them were met.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By suite and case: the reason, and whether there is such a case.
    entries: BTreeMap<(String, String), (String, bool)>,
}

impl Known {
    /// The list that is committed.
    ///
    /// # Errors
    ///
    /// A line is none of the list's.
    pub(super) fn committed() -> Result<Self, Failure> {
        Self::parse(LIST)
    }

    pub(super) fn parse(text: &str) -> Result<Self, Failure> {
        let mut known = Self::default();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("xtask/conformance-known.txt:{}", number + 1);
            // Ids of cases have colons and spaces in them.
            let mut parts = line.splitn(3, '|').map(|part| part.trim().to_owned());
            let parts = (parts.next(), parts.next(), parts.next());
            let (Some(suite), Some(id), Some(reason)) = parts else {
                let failure = Failure::new(format!("{place}: no known case"));
                return Err(failure.with_help("write `SUITE | CASE | REASON`"));
            };
            if known.entries.insert((suite, id), (reason, false)).is_some() {
                return Err(Failure::new(format!("{place}: the case is listed twice")));
            }
        }
        Ok(known)
    }

    /// Why this case is known to fail, if it is.
    pub(super) fn claim(&mut self, suite: &str, id: &str) -> Option<String> {
        let entry = self.entries.get_mut(&(suite.to_owned(), id.to_owned()))?;
        entry.1 = true;
        Some(entry.0.clone())
    }

    /// The entries that no case claimed, but for those of the suites that were `left_out`.
    pub(super) fn unclaimed(&self, left_out: &[&str]) -> Vec<(&str, &str)> {
        self.entries
            .iter()
            .filter(|((suite, _), (_, met))| !met && !left_out.contains(&suite.as_str()))
            .map(|((suite, id), _)| (suite.as_str(), id.as_str()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn entries_are_claimed_once() {
        let text = "# comment\n\na | x/y: it is | why | not\na | z | because\nb | x | other\n";
        let mut known = Known::parse(text).unwrap();
        assert_eq!(known.claim("a", "x/y: it is").as_deref(), Some("why | not"));
        assert_eq!(known.claim("b", "x/y: it is"), None);
        assert_eq!(known.unclaimed(&["b"]), [("a", "z")]);
        assert_eq!(known.unclaimed(&[]), [("a", "z"), ("b", "x")]);
    }

    #[test]
    fn what_is_no_entry_is_refused() {
        for (text, expected) in [
            ("nonsense", "xtask/conformance-known.txt:1: no known case"),
            ("#\na | b", "xtask/conformance-known.txt:2: no known case"),
            ("a | b | c\na | b | d", "xtask/conformance-known.txt:2: the case is listed twice"),
        ] {
            let error = Known::parse(text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
