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

    fn parse(text: &str) -> Result<Self, Failure> {
        let mut known = Self::default();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let entry = line.split_once(": ").and_then(|(case, reason)| {
                let (suite, id) = case.split_once(' ')?;
                Some(((suite.to_owned(), id.to_owned()), (reason.to_owned(), false)))
            });
            let Some((case, reason)) = entry else {
                let message = format!("xtask/conformance-known.txt:{}: no known case", number + 1);
                return Err(Failure::new(message).with_help("write `SUITE CASE: REASON`"));
            };
            known.entries.insert(case, reason);
        }
        Ok(known)
    }

    /// Why this case is known to fail, if it is.
    pub(super) fn claim(&mut self, suite: &str, id: &str) -> Option<String> {
        let entry = self.entries.get_mut(&(suite.to_owned(), id.to_owned()))?;
        entry.1 = true;
        Some(entry.0.clone())
    }

    /// The entries of these suites that no case claimed.
    pub(super) fn unclaimed(&self, suites: &[&str]) -> Vec<(&str, &str)> {
        self.entries
            .iter()
            .filter(|((suite, _), (_, met))| !met && suites.contains(&suite.as_str()))
            .map(|((suite, id), _)| (suite.as_str(), id.as_str()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn entries_are_claimed_once() {
        let mut known =
            Known::parse("# comment\n\na x/y: why: not\na z: because\nb x: other\n").unwrap();
        assert_eq!(known.claim("a", "x/y").as_deref(), Some("why: not"));
        assert_eq!(known.claim("b", "x/y"), None);
        assert_eq!(known.unclaimed(&["a"]), [("a", "z")]);
        assert!(Known::parse("nonsense").is_err());
    }
}
