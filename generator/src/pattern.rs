//! Patterns of a model (ECMA 262 with the `u` flag, unanchored) as the regular expressions that the runtime compiles.
//!
//! What the `regex` crate can say is translated for it: it takes linear time whatever it is given. Look-around and
//! back-references are translated for `fancy-regex`, which backtracks, and gives up after so many steps.
//!
//! Models are not always as strict as ECMA 262 with the `u` flag. What its Annex B allows is read as Annex B says
//! (`[\w-.]`, a lone `{`), and what can only be meant as Java means it is read so: `\A`, `\Z`, `\z`, `\Q…\E`, `(?i)`,
//! `\p{Print}`, `[[:alpha:]]`.

use fancy_regex::CompileError;
use regex_automata::nfa::thompson;
use regex_syntax::hir::{Hir, HirKind};

mod class;
mod escape;
mod references;
mod translator;

use translator::{Syntax, Translator};

/// What the runtime compiles for a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Translation {
    /// The same pattern in the syntax of the `regex` crate, in whose default size limit it fits.
    Linear(String),
    /// The same pattern in the syntax of `fancy-regex`.
    Backtracking(String),
    /// Why nothing can match the pattern.
    Invalid(String),
}

/// The longest pattern, in characters.
const LONGEST: usize = 100_000;

/// The size that `regex` allows a compiled expression by default, in bytes.
const SIZE_LIMIT: usize = 10 << 20;

/// How often a part of a pattern too large for `regex` may be repeated, all the repetitions that it stands in
/// multiplied, for `fancy-regex` to match it.
const REPETITION_LIMIT: u64 = 100_000;

/// Translates a pattern.
pub(crate) fn translate(pattern: &str) -> Translation {
    match translated(pattern) {
        Ok(translation) => translation,
        Err(reason) => Translation::Invalid(reason),
    }
}

fn translated(pattern: &str) -> Result<Translation, String> {
    if pattern.chars().nth(LONGEST).is_some() {
        return Err(format!("it is longer than {LONGEST} characters"));
    }
    let translator = Translator::run(pattern, Syntax::Linear)?;
    if translator.backtracks {
        return match translator.foreign {
            Some(foreign) => {
                Err(format!("{foreign} is not ECMA 262, and cannot be used along with look-around"))
            }
            None => backtracking(pattern, false),
        };
    }
    let expression = regex_syntax::parse(&translator.out).map_err(|error| syntax_reason(&error))?;
    if fits(&expression) {
        return Ok(Translation::Linear(translator.out));
    }
    let count = repetitions(&expression);
    if count > REPETITION_LIMIT || translator.foreign.is_some() {
        return Err(format!("{}; a part of it is repeated up to {count} times", too_large()));
    }
    backtracking(pattern, true)
}

fn backtracking(pattern: &str, loops: bool) -> Result<Translation, String> {
    let translated = Translator::run(pattern, Syntax::Backtracking { loops })?.out;
    match fancy_regex::Regex::new(&translated) {
        Ok(_) => Ok(Translation::Backtracking(translated)),
        Err(fancy_regex::Error::CompileError(error)) => Err(match *error {
            CompileError::InnerError(error) if error.size_limit().is_some() => too_large(),
            error => error.to_string(),
        }),
        Err(error) => Err(error.to_string()),
    }
}

fn too_large() -> String {
    format!("compiled it is larger than the limit of {} MiB", SIZE_LIMIT >> 20)
}

fn syntax_reason(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        other => other.to_string(),
    }
}

/// Whether `regex` compiles an expression within its default limit, forwards and in reverse as it does.
fn fits(expression: &Hir) -> bool {
    [false, true].into_iter().all(|reverse| {
        let limits = thompson::Config::new().nfa_size_limit(Some(SIZE_LIMIT)).reverse(reverse);
        let captures =
            if reverse { thompson::WhichCaptures::None } else { thompson::WhichCaptures::All };
        thompson::Compiler::new()
            .configure(limits.which_captures(captures))
            .build_from_hir(expression)
            .is_ok()
    })
}

/// How often the most repeated part of an expression is repeated, counting bounded repetitions only.
fn repetitions(expression: &Hir) -> u64 {
    match expression.kind() {
        HirKind::Repetition(repetition) => {
            let count = repetition.max.unwrap_or(repetition.min).max(1);
            repetitions(&repetition.sub).saturating_mul(u64::from(count))
        }
        HirKind::Capture(capture) => repetitions(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(repetitions).max().unwrap_or(1)
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => 1,
    }
}

#[cfg(test)]
mod tests;
