//! Terms for which there are better ones.

use super::{Lint, Report, Settings, own_name, texts};
use crate::{
    api::Value,
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::Shape,
        validate::{
            graph::{Graph, Index, Node},
            trait_value::short,
        },
    },
};
use std::collections::BTreeSet;

/// The terms that are looked for unless a model wants only its own.
const DEFAULT_TERMS: [(&str, &[&str]); 4] = [
    ("master", &["primary", "parent", "main"]),
    ("slave", &["secondary", "replica", "clone", "child"]),
    ("blacklist", &["denyList"]),
    ("whitelist", &["allowList"]),
];

/// Neither names nor the texts of traits have one of these terms.
pub(super) struct NoninclusiveTerms {
    /// In lower case, each with what to say instead.
    terms: Vec<(String, Vec<String>)>,
}

impl NoninclusiveTerms {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let own = settings.get("terms").and_then(Value::as_object);
        let mut terms: Vec<_> = own
            .into_iter()
            .flatten()
            .map(|(term, better)| (term.to_lowercase(), texts(Some(better))))
            .collect();
        if !settings.is_set("excludeDefaults") {
            terms.extend(DEFAULT_TERMS.iter().map(|(term, better)| {
                ((*term).to_owned(), better.iter().map(|&better| better.to_owned()).collect())
            }));
        } else if terms.is_empty() {
            return Err("excludes the default terms and has none of its own".to_owned());
        }
        Ok(Self { terms })
    }

    /// The terms that a text has, each with the end of a sentence about it.
    fn found<'t>(&'t self, text: &str) -> impl Iterator<Item = (&'t str, String)> {
        let text = text.to_lowercase();
        self.terms.iter().filter(move |(term, _)| text.contains(term)).map(|(term, better)| {
            let better: Vec<String> = better.iter().map(|it| format!("`{it}`")).collect();
            let instead = match better.is_empty() {
                true => String::new(),
                false => format!(": better is {}", better.join(" or ")),
            };
            (term.as_str(), format!("has the term `{term}`{instead}"))
        })
    }
}

impl Lint for NoninclusiveTerms {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        let namespaces: BTreeSet<&str> =
            graph.own().map(|(_, node)| node.shape.id.namespace.as_str()).collect();
        for namespace in namespaces {
            for (term, said) in self.found(namespace) {
                let message = format!("the namespace `{namespace}` {said}");
                let suffix = format!(".Namespace.{namespace}.{term}");
                report.of_namespace(&suffix, Severity::Warning, namespace, &message);
            }
        }
        for (index, node) in graph.own() {
            for (term, said) in self.found(own_name(node)) {
                let message = format!("`{}` {said}", node.name());
                let suffix = format!(".Shape.{term}");
                report.add(&suffix, Severity::Warning, (index, node), &message);
            }
            for (id, applied) in node.traits().iter() {
                let shape = graph.find(id).and_then(|index| graph.node(index));
                let mut texts = Texts { graph, lint: self, id, at: (index, node), report };
                texts.walk(applied.value(), shape.map(|node| node.shape), "");
            }
        }
    }
}

/// Goes through the texts of a trait's value.
struct Texts<'t, 'r, 'e, 'g, 'm> {
    graph: &'g Graph<'m>,
    lint: &'t NoninclusiveTerms,
    id: &'t str,
    at: (Index, Node<'m>),
    report: &'t mut Report<'r, 'e>,
}

impl<'m> Texts<'_, '_, '_, '_, 'm> {
    /// The depth is bounded by the parser.
    fn walk(&mut self, value: &Value, shape: Option<&'m Shape>, path: &str) {
        let below = |key: &str| match path {
            "" => key.to_owned(),
            _ => format!("{path}/{key}"),
        };
        let graph = self.graph;
        let member = |name: &str| {
            let member = shape.and_then(|shape| shape.members.get(name));
            member.and_then(|member| graph.target(&member.target))
        };
        match value {
            Value::String(text) => self.text(text, path),
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    self.walk(item, member("member"), &below(&place.to_string()));
                }
            }
            Value::Object(members) => {
                let is_map = shape.is_some_and(|shape| shape.kind == Kind::Map);
                for (key, value) in members {
                    // The names of a structure's members are found where it is defined.
                    let is_own = !is_map && shape.is_some_and(|it| it.members.contains_key(key));
                    if !is_own {
                        self.text(key, &format!("{}/key", below(key)));
                    }
                    let target = member(if is_map { "value" } else { key });
                    self.walk(value, target, &below(key));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str, path: &str) {
        for (term, said) in self.lint.found(text) {
            let id = short(self.id);
            let (place, suffix) = match path {
                "" => (String::new(), String::new()),
                _ => (format!(" at `{path}`"), format!(".{path}")),
            };
            let message = format!("the trait `{id}` of `{}`{place} {said}", self.at.1.name());
            let suffix = format!(".Trait.{term}.{id}{suffix}");
            self.report.add(&suffix, Severity::Warning, self.at, &message);
        }
    }
}
