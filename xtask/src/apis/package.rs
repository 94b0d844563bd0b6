//! What Cargo and crates.io ask of a package.
//!
//! A generated crate is a member of the workspace: one that Cargo refuses would stop every other
//! command too, so what it refuses is refused before it is written.

use super::field::{Fields, Spanned};
use farrier_generator::Manifest;
use farrier_model::Diagnostic;

/// Reads what a publisher wants to say of the crates.
pub(super) fn manifest(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Manifest {
    let mut text = |key: &str, check: fn(&str) -> Result<(), String>| {
        let text = fields.string(key, diagnostics)?;
        report(key, &text, check, diagnostics);
        Some(text.value)
    };
    let version = text("version", check_version);
    let description = text("description", |_| Ok(()));
    let license = text("license", |_| Ok(()));
    let repository = text("repository", |_| Ok(()));
    let rust_version = text("rust-version", check_rust_version);
    let mut list = |key: &str, check: fn(&str) -> Result<(), String>| {
        let items = fields.strings(key, diagnostics).unwrap_or_default();
        for item in &items {
            report(key, item, check, diagnostics);
        }
        if let Some(sixth) = items.get(5) {
            let message = format!("crates.io takes five {key} at most; this is the sixth");
            diagnostics.push(Diagnostic::invalid("apis-toml-value", sixth.origin.clone(), message));
        }
        items.into_iter().map(|item| item.value).collect()
    };
    let keywords = list("keywords", check_keyword);
    let categories = list("categories", |_| Ok(()));
    Manifest { version, description, keywords, categories, license, repository, rust_version }
}

fn report(
    key: &str,
    text: &Spanned<String>,
    check: fn(&str) -> Result<(), String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Err(reason) = check(&text.value) {
        let message = format!("`{key}` cannot be `{}`: {reason}", text.value);
        diagnostics.push(Diagnostic::invalid("apis-toml-value", text.origin.clone(), message));
    }
}

/// Names that Cargo, or Rust, keeps for itself.
const RESERVED: [&str; 57] = [
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "do",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc_macro",
    "proc-macro",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "use",
    "where",
];

/// Whether a package can have this name, which is its directory's too.
///
/// # Errors
///
/// The reason why not.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Err("it must begin with a small letter".to_owned());
    }
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if let Some(odd) = name.chars().find(|&character| !is_part(character)) {
        return Err(format!("it has small letters, digits, `-` and `_`, but no {odd:?}"));
    }
    if name.len() > 64 {
        return Err("it has at most 64 letters".to_owned());
    }
    if RESERVED.contains(&name) || ["unsized", "virtual", "while", "yield"].contains(&name) {
        return Err("it means something to Cargo or to Rust".to_owned());
    }
    if name == "farrier-runtime" || name == "farrier_runtime" {
        return Err("the crate that it stands on has it".to_owned());
    }
    Ok(())
}

fn check_version(version: &str) -> Result<(), String> {
    let wrong = || "a version has three numbers, as `0.1.0`".to_owned();
    let is_identifier = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_tail = |tail: &str| tail.split('.').all(is_identifier);
    let has_zero = |part: &str| {
        part.len() > 1 && part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit())
    };
    let (rest, build) = version.split_once('+').map_or((version, None), |(a, b)| (a, Some(b)));
    let (core, pre) = rest.split_once('-').map_or((rest, None), |(a, b)| (a, Some(b)));
    let numbers: Vec<&str> = core.split('.').collect();
    let is_core =
        numbers.len() == 3 && numbers.iter().all(|part| is_number(part) && !has_zero(part));
    let is_pre = pre.is_none_or(|pre| is_tail(pre) && !pre.split('.').any(has_zero));
    if is_core && is_pre && build.is_none_or(is_tail) { Ok(()) } else { Err(wrong()) }
}

fn check_rust_version(version: &str) -> Result<(), String> {
    let mut parts = version.split('.');
    let two_or_three = (2..=3).contains(&version.split('.').count());
    if !two_or_three || !parts.clone().all(is_number) {
        return Err("a Rust version has two or three numbers, as `1.88`".to_owned());
    }
    let mut number = || parts.next().and_then(|part| part.parse::<u64>().ok()).unwrap_or_default();
    let (major, minor) = (number(), number());
    if (major, minor) < LEAST_RUST {
        return Err(format!("generated code needs {}.{} or later", LEAST_RUST.0, LEAST_RUST.1));
    }
    Ok(())
}

/// What generated code needs.
const LEAST_RUST: (u64, u64) = (1, 88);

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 20 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn check_keyword(keyword: &str) -> Result<(), String> {
    let begins = keyword.starts_with(|first: char| first.is_ascii_alphanumeric());
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_+".contains(c);
    if begins && keyword.len() <= 20 && keyword.chars().all(is_part) {
        Ok(())
    } else {
        Err("a keyword has at most 20 letters, digits, `-`, `_` and `+`".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_packages() {
        for good in ["lambda-client", "s3", "a_b", "x"] {
            assert_eq!(check_name(good), Ok(()), "{good}");
        }
        for bad in
            ["", "Lambda", "3s", "a b", "../x", "a/b", "test", "type", "é", "farrier-runtime"]
        {
            assert!(check_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn versions() {
        for good in ["0.1.0", "1.2.3-alpha.1+build.7", "1.0.0+0.01"] {
            assert_eq!(check_version(good), Ok(()), "{good}");
        }
        for bad in
            ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "1.2.3-a..b", "1.2.3-01"]
        {
            assert!(check_version(bad).is_err(), "{bad}");
        }
        for good in ["1.88", "1.90.0", "2.0"] {
            assert_eq!(check_rust_version(good), Ok(()), "{good}");
        }
        for bad in ["1", "1.87", "1.88.0.0", "stable", "1.x"] {
            assert!(check_rust_version(bad).is_err(), "{bad}");
        }
    }
}
