//! Words that names must not be, or must not have.

use super::{Lint, Report, Settings, own_name, texts, words::has_term};
use crate::{
    api::Value,
    diagnostic::Severity,
    smithy::validate::{graph::Graph, selector::Selector},
};

/// No name is one of these words.
pub(super) struct ReservedWords {
    rules: Vec<Rule>,
}

struct Rule {
    words: Vec<Wildcard>,
    terms: Vec<String>,
    /// For which shapes and members, if not for all.
    selector: Option<Selector>,
    reason: String,
}

/// A word with a `*` perhaps before or behind it for anything else.
struct Wildcard {
    word: String,
    any_before: bool,
    any_behind: bool,
}

impl Wildcard {
    fn read(text: &str) -> Self {
        let word = text.strip_prefix('*').unwrap_or(text);
        let any_behind = word.ends_with('*');
        let word = word.strip_suffix('*').unwrap_or(word).to_lowercase();
        Self { word, any_before: text.starts_with('*'), any_behind }
    }

    fn matches(&self, name: &str) -> bool {
        match (self.any_before, self.any_behind) {
            (true, true) => name.contains(&self.word),
            (true, false) => name.ends_with(&self.word),
            (false, true) => name.starts_with(&self.word),
            (false, false) => name == self.word,
        }
    }
}

impl ReservedWords {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let mut rules = Vec::new();
        let reserved = settings.get("reserved").and_then(Value::as_array).unwrap_or_default();
        for rule in reserved {
            let selector = match rule.get("selector").and_then(Value::as_str) {
                None | Some("*") => None,
                Some(text) => Some(
                    Selector::parse(text)
                        .map_err(|problem| format!("has the selector `{text}`, which {problem}"))?,
                ),
            };
            let words: Vec<_> =
                texts(rule.get("words")).iter().map(|word| Wildcard::read(word)).collect();
            let terms = texts(rule.get("terms"));
            if words.is_empty() && terms.is_empty() {
                return Err("needs `words` or `terms` in each part of `reserved`".to_owned());
            }
            let reason = rule.get("reason").and_then(Value::as_str).unwrap_or_default().to_owned();
            rules.push(Rule { words, terms, selector, reason });
        }
        if rules.is_empty() {
            return Err("needs a list of what is `reserved`".to_owned());
        }
        Ok(Self { rules })
    }
}

impl Lint for ReservedWords {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for rule in &self.rules {
            let selected = match &rule.selector {
                Some(selector) => {
                    let what = format!("a part of the validator `{}`", report.id);
                    let events = &mut *report.events;
                    let selected = selector.select_or_warn(graph, &what, report.origin, events);
                    let Some(selected) = selected else { continue };
                    selected
                }
                None => graph.own().map(|(index, _)| index).collect(),
            };
            let nodes = selected.into_iter().filter_map(|index| Some((index, graph.node(index)?)));
            for (index, node) in nodes.filter(|(_, node)| node.is_own()) {
                let name = own_name(node);
                let lower = name.to_lowercase();
                let is_reserved = rule.words.iter().any(|word| word.matches(&lower))
                    || rule.terms.iter().any(|term| has_term(name, term));
                if is_reserved {
                    let mut message = format!("the name `{name}` is reserved");
                    if !rule.reason.is_empty() {
                        message += &format!(": {}", rule.reason);
                    }
                    report.add("", Severity::Danger, (index, node), &message);
                }
            }
        }
    }
}
