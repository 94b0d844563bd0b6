//! What the words of names say: abbreviations, repetitions, times, verbs.

use super::{Lint, Report, Settings, is_named, own_name, texts, words::words};
use crate::{
    diagnostic::Severity,
    smithy::{document::Kind, validate::graph::Graph},
};

/// Abbreviations are written as words: `HttpId`.
pub(super) struct AbbreviationName {
    allowed: Vec<String>,
}

impl AbbreviationName {
    pub(super) fn read(settings: Settings<'_>) -> Self {
        Self { allowed: settings.texts("allowedAbbreviations") }
    }

    fn word(&self, word: &str) -> String {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        let is_abbreviation = capitals > 1 && !word.chars().any(char::is_lowercase);
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if is_abbreviation && !self.allowed.iter().any(|it| it == word) => {
                format!("{first}{}", letters.as_str().to_lowercase())
            }
            _ => word.to_owned(),
        }
    }
}

impl Lint for AbbreviationName {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own() {
            let name = own_name(node);
            if node.member.is_some() && !is_named(node) || name.contains('_') {
                continue;
            }
            let better: String = words(name).into_iter().map(|word| self.word(word)).collect();
            if better != name {
                let message = format!("`{}` has abbreviations: write `{better}`", node.name());
                report.add("", Severity::Danger, (index, node), &message);
            }
        }
    }
}

/// Members do not say the name of their structure again.
pub(super) struct RepeatedShapeName {
    exact: bool,
}

impl RepeatedShapeName {
    pub(super) fn read(settings: Settings<'_>) -> Self {
        Self { exact: settings.is_set("exactMatch") }
    }
}

impl Lint for RepeatedShapeName {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own().filter(|(_, node)| is_named(*node)) {
            let Some(member) = node.member else { continue };
            let shape = node.shape.id.name.to_lowercase();
            let name = member.name.to_lowercase();
            let repeats = if self.exact { name == shape } else { name.starts_with(&shape) };
            if repeats {
                let message =
                    format!("`{}` says the name of `{}` again", member.name, node.shape.id.name);
                report.add("", Severity::Warning, (index, node), &message);
            }
        }
    }
}

/// What is named as a time is a timestamp.
pub(super) struct ShouldHaveUsedTimestamp {
    patterns: Vec<regex::Regex>,
}

impl ShouldHaveUsedTimestamp {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let patterns = settings.texts("additionalPatterns").into_iter().map(|pattern| {
            regex::RegexBuilder::new(&pattern)
                .size_limit(1 << 20)
                .build()
                .map_err(|_| format!("has the pattern `{pattern}`, which is none"))
        });
        Ok(Self { patterns: patterns.collect::<Result<_, _>>()? })
    }

    fn is_named_as_time(&self, name: &str) -> bool {
        let words: Vec<String> = words(name).iter().map(|word| word.to_lowercase()).collect();
        let is_time = |word: Option<&String>| {
            word.is_some_and(|word| matches!(word.as_str(), "time" | "date"))
        };
        let ends = |word: &String| matches!(word.as_str(), "at" | "on" | "since");
        words.iter().any(|word| word == "timestamp")
            || is_time(words.first())
            || is_time(words.last())
            || (words.len() > 1 && words.last().is_some_and(ends))
            || self.patterns.iter().any(|pattern| pattern.is_match(name))
    }
}

impl Lint for ShouldHaveUsedTimestamp {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own() {
            let shape = match node.member {
                None => node.shape,
                Some(member) if is_named(node) => match graph.target(&member.target) {
                    Some(target) => target,
                    None => continue,
                },
                Some(_) => continue,
            };
            let is_scalar = matches!(
                shape.kind,
                Kind::String
                    | Kind::Byte
                    | Kind::Short
                    | Kind::Integer
                    | Kind::Long
                    | Kind::Float
                    | Kind::Double
                    | Kind::BigInteger
                    | Kind::BigDecimal
            );
            if is_scalar && self.is_named_as_time(own_name(node)) {
                let message =
                    format!("`{}` is named as a time, and is a {}", node.name(), shape.kind.name());
                report.add("", Severity::Danger, (index, node), &message);
            }
        }
    }
}

/// Operations begin with one of these verbs.
pub(super) struct StandardOperationVerb {
    verbs: Vec<String>,
    prefixes: Vec<String>,
    /// Verbs with what to say instead.
    alternatives: Vec<(String, Vec<String>)>,
}

impl StandardOperationVerb {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let verbs = settings.texts("verbs");
        let alternatives = settings.get("suggestAlternatives").and_then(|it| it.as_object());
        let alternatives: Vec<_> = alternatives
            .into_iter()
            .flatten()
            .map(|(verb, better)| (verb.clone(), texts(Some(better))))
            .collect();
        if verbs.is_empty() && alternatives.is_empty() {
            return Err("needs `verbs` or `suggestAlternatives`".to_owned());
        }
        Ok(Self { verbs, prefixes: settings.texts("prefixes"), alternatives })
    }

    fn problem(&self, name: &str) -> Option<String> {
        let words = words(name);
        let mut words = words.iter().copied().peekable();
        let is = |word: &str, known: &String| known.eq_ignore_ascii_case(word);
        let prefix = words.next_if(|word| self.prefixes.iter().any(|known| is(word, known)));
        let Some(verb) = words.next() else {
            return prefix.map(|prefix| format!("is only the prefix `{prefix}`"));
        };
        let better = self.alternatives.iter().find(|(known, _)| is(verb, known));
        let (rule, verbs) = match better {
            Some((_, better)) => ("better is", better),
            None if self.verbs.is_empty() || self.verbs.iter().any(|known| is(verb, known)) => {
                return None;
            }
            None => ("it should be", &self.verbs),
        };
        let verbs: Vec<String> = verbs.iter().map(|verb| format!("`{verb}`")).collect();
        Some(format!("has the verb `{verb}`: {rule} {}", verbs.join(" or ")))
    }
}

impl Lint for StandardOperationVerb {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own().filter(|(_, node)| node.is(Kind::Operation)) {
            if let Some(problem) = self.problem(&node.shape.id.name) {
                let message = format!("the operation `{}` {problem}", node.name());
                report.add("", Severity::Danger, (index, node), &message);
            }
        }
    }
}
