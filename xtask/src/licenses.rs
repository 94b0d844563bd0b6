//! The licences and sources of all dependencies, held against `deny.toml`.
//!
//! What cargo-deny does at length; this needs nothing to be installed.

use crate::{cargo, failure::Failure, output::Output, table::counted, workspace::Workspace};
use serde_json::Value;
use std::{collections::BTreeSet, fs};
use toml_edit::{Document, Item};

/// What `deny.toml` allows.
#[derive(Debug, Default)]
struct Policy {
    licenses: BTreeSet<String>,
    sources: BTreeSet<String>,
}

/// Checks every package that the workspace depends on.
///
/// # Errors
///
/// One has another licence, or comes from another source, than `deny.toml` allows.
pub(crate) fn check(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    let path = workspace.root().join("deny.toml");
    let text = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    let policy = Policy::parse(&text)?;
    let metadata = cargo::metadata(workspace)?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages = packages.map(Vec::as_slice).unwrap_or_default();
    let mut refused = Vec::new();
    let mut checked = 0;
    for package in packages {
        // The workspace's own crates come from no source.
        let Some(source) = text_of(package, "source") else { continue };
        checked += 1;
        let name = text_of(package, "name").unwrap_or_default();
        let version = text_of(package, "version").unwrap_or_default();
        if !policy.sources.contains(source.trim_start_matches("registry+")) {
            refused.push(format!("{name} {version} comes from {source}"));
        }
        match text_of(package, "license") {
            None => refused.push(format!("{name} {version} names no licence")),
            Some(license) => match allows(&policy.licenses, license) {
                Some(true) => {}
                Some(false) => refused.push(format!("{name} {version} is under {license}")),
                None => {
                    refused.push(format!("{name} {version}: `{license}` is no licence expression"))
                }
            },
        }
    }
    if refused.is_empty() {
        output.out(&format!("{} in order\n", counted(checked, "package")));
        return Ok(());
    }
    Err(Failure::new(format!("deny.toml does not allow this:\n{}", refused.join("\n"))))
}

fn text_of<'a>(package: &'a Value, key: &str) -> Option<&'a str> {
    package.get(key).and_then(Value::as_str)
}

impl Policy {
    fn parse(text: &str) -> Result<Self, Failure> {
        let document = Document::parse(text)
            .map_err(|error| Failure::new(format!("deny.toml is not TOML: {error}")))?;
        let list = |table: &str, key: &str| -> BTreeSet<String> {
            let item = document.get(table).and_then(|table| table.get(key));
            let array = item.and_then(Item::as_array);
            array
                .into_iter()
                .flatten()
                .filter_map(|value| value.as_str().map(str::to_owned))
                .collect()
        };
        Ok(Self { licenses: list("licenses", "allow"), sources: list("sources", "allow-registry") })
    }
}

/// Whether an SPDX expression can be met with `allowed` alone; `None` if it is none.
fn allows(allowed: &BTreeSet<String>, expression: &str) -> Option<bool> {
    // An old way to write OR.
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = expression.split_whitespace().collect();
    let mut parser = Parser { allowed, tokens: &tokens, depth: 0 };
    let met = parser.any()?;
    parser.tokens.is_empty().then_some(met)
}

struct Parser<'a> {
    allowed: &'a BTreeSet<String>,
    tokens: &'a [&'a str],
    depth: usize,
}

/// Parentheses within parentheses are followed so far.
const MAX_DEPTH: usize = 16;

impl<'a> Parser<'a> {
    fn any(&mut self) -> Option<bool> {
        let mut met = self.all()?;
        while self.take("OR") {
            met |= self.all()?;
        }
        Some(met)
    }

    fn all(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        let first = self.next()?;
        if first == "(" {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return None;
            }
            let met = self.any()?;
            self.depth -= 1;
            return self.take(")").then_some(met);
        }
        if matches!(first, ")" | "OR" | "AND" | "WITH") {
            return None;
        }
        let license = match self.take("WITH") {
            true => format!("{first} WITH {}", self.next()?),
            false => first.to_owned(),
        };
        // An exception only permits more.
        Some(self.allowed.contains(&license) || self.allowed.contains(first))
    }

    fn take(&mut self, token: &str) -> bool {
        match self.tokens.split_first() {
            Some((first, rest)) if *first == token => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let allowed = BTreeSet::from(["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned));
        let check = |expression: &str, expected: Option<bool>| {
            assert_eq!(allows(&allowed, expression), expected, "{expression}");
        };
        check("MIT", Some(true));
        check("GPL-3.0", Some(false));
        check("MIT OR GPL-3.0", Some(true));
        check("MIT/GPL-3.0", Some(true));
        check("MIT AND GPL-3.0", Some(false));
        check("(MIT OR GPL-3.0) AND Unicode-3.0", Some(true));
        check("GPL-3.0 OR (MIT AND ISC)", Some(false));
        check("Apache-2.0 WITH LLVM-exception", Some(true));
        check("GPL-3.0 WITH LLVM-exception OR MIT", Some(true));
        for wrong in ["", "MIT OR", "OR MIT", "(MIT", "MIT)", "MIT MIT", "MIT WITH"] {
            check(wrong, None);
        }
        check(&"(".repeat(100_000), None);
    }

    #[test]
    fn what_deny_toml_allows() {
        let policy = Policy::parse(
            "[licenses]\nallow = [\"MIT\"]\n[sources]\nallow-registry = [\"https://a\"]\n",
        )
        .unwrap();
        assert_eq!(policy.licenses, BTreeSet::from(["MIT".to_owned()]));
        assert_eq!(policy.sources, BTreeSet::from(["https://a".to_owned()]));
        assert!(Policy::parse("[").is_err());
    }
}
