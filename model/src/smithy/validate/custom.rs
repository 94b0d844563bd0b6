//! Validators that a model has itself: those of the metadata, and those that traits bring.

use super::{
    event::Events,
    graph::{Edge, Graph, Index, Node, Relation},
    lint::{self, Lint, Report},
    selector::{Evaluation, Selector, plain},
    suppress,
    trait_value::short,
};
use crate::{api::Value, diagnostic::Severity, source::Origin};
use std::collections::{HashMap, HashSet};

/// Reads the validators of the metadata; those that are malformed are reported.
pub(super) fn read<'m>(graph: &Graph<'m>, events: &mut Events) -> Vec<Custom<'m>> {
    let mut found = Vec::new();
    for (entry, origin) in suppress::entries(graph, "validators", events) {
        let Some(name) = entry.get("name").and_then(Value::as_str) else {
            let message = "a validator of the metadata needs a `name`";
            events.global("Model", Severity::Error, &origin, message);
            continue;
        };
        if let Some(text) = entry.get("selector").and_then(Value::as_str)
            && let Err(problem) = Selector::parse(text)
        {
            let message = format!("the selector of the validator `{name}` {problem}");
            events.global("Model", Severity::Error, &within(&origin, "selector"), message);
            continue;
        }
        let configuration = entry.get("configuration");
        let work = match name {
            "EmitEachSelector" => required_selector(configuration).map(Work::EmitEach),
            "EmitNoneSelector" => required_selector(configuration).map(Work::EmitNone),
            "UnreferencedShape" => {
                let roots = configuration.and_then(|it| it.get("rootShapeSelector"));
                selector(roots.and_then(Value::as_str).unwrap_or("service")).map(Work::Unreferenced)
            }
            _ => match lint::read(name, configuration) {
                Some(lint) => lint.map(Work::Lint),
                None => {
                    let message = format!("there is no validator `{name}` in Farrier");
                    let id = format!("UnknownValidator_{name}");
                    events.global(&id, Severity::Warning, &origin, message);
                    continue;
                }
            },
        };
        match work {
            Ok(work) => found.push(Custom { entry, name, work, origin }),
            Err(problem) => {
                let message = format!("the validator `{name}` {problem}");
                events.global("Model", Severity::Error, &origin, message);
            }
        }
    }
    found
}

/// What a validator does.
enum Work {
    EmitEach(Selector),
    EmitNone(Selector),
    Unreferenced(Selector),
    Lint(Box<dyn Lint>),
}

fn required_selector(configuration: Option<&Value>) -> Result<Selector, String> {
    let text = configuration.and_then(|it| it.get("selector")).and_then(Value::as_str);
    selector(text.ok_or("needs a `selector`")?)
}

fn selector(text: &str) -> Result<Selector, String> {
    Selector::parse(text).map_err(|problem| format!("has a selector that {problem}"))
}

/// Where a member of what stands at `origin` was written, as far as that is known.
fn within(origin: &Origin, member: &str) -> Origin {
    match origin {
        Origin::Pointer { source, pointer, .. } => {
            Origin::pointer(*source, format!("{pointer}/{member}"))
        }
        other => other.clone(),
    }
}

/// A validator of the metadata.
pub(super) struct Custom<'m> {
    entry: &'m Value,
    name: &'m str,
    work: Work,
    origin: Origin,
}

impl Custom<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.entry.get(name).and_then(Value::as_str)
    }

    fn configuration(&self, name: &str) -> Option<&str> {
        self.entry.get("configuration")?.get(name)?.as_str()
    }

    fn severity(&self, otherwise: Severity) -> Severity {
        match self.text("severity") {
            Some("NOTE") => Severity::Note,
            Some("WARNING") => Severity::Warning,
            Some("DANGER") => Severity::Danger,
            Some("ERROR") => Severity::Error,
            _ => otherwise,
        }
    }

    /// Runs it.
    pub(super) fn run(&self, graph: &Graph<'_>, events: &mut Events) {
        let id = self.text("id").unwrap_or(self.name);
        let said = self.text("message");
        let selected = match &self.work {
            Work::EmitEach(selector) | Work::EmitNone(selector) | Work::Unreferenced(selector) => {
                selector.select(graph)
            }
            Work::Lint(_) => Some(Vec::new()),
        };
        let Some(selected) = selected else {
            let message = format!(
                "the validator `{id}` is passed over: its selector takes too long on this model"
            );
            events.global("Model", Severity::Warning, &self.origin, message);
            return;
        };
        match &self.work {
            Work::EmitEach(_) => {
                let bind = self.configuration("bindToTrait");
                let bind = bind.map(|id| match id.contains('#') {
                    true => id.to_owned(),
                    false => format!("smithy.api#{id}"),
                });
                for node in own(graph, selected) {
                    let applied = bind.as_deref().map(|id| node.traits().get(id));
                    if matches!(applied, Some(None)) {
                        continue;
                    }
                    let message = said.map_or_else(
                        || format!("`{}` is selected by the validator `{id}`", node.name()),
                        |said| filled(said, node),
                    );
                    let at = applied.flatten().map(|applied| &applied.origin);
                    events
                        .add(id, self.severity(Severity::Danger), node, message)
                        .at(at.unwrap_or(node.origin()));
                }
            }
            Work::EmitNone(_) => {
                if own(graph, selected).next().is_none() {
                    let message = said.map_or_else(
                        || format!("nothing is selected by the validator `{id}`"),
                        str::to_owned,
                    );
                    let severity = self.severity(Severity::Danger);
                    events.global(id, severity, &self.origin, message);
                }
            }
            Work::Unreferenced(_) => self.unreferenced(graph, &selected, id, events),
            Work::Lint(lint) => {
                let only = self.text("selector").and_then(|text| Selector::parse(text).ok());
                let namespaces = self.entry.get("namespaces").and_then(Value::as_array);
                let namespaces = namespaces.unwrap_or_default().iter().filter_map(Value::as_str);
                let mut report = Report {
                    events,
                    id,
                    severity: self.text("severity").map(|_| self.severity(Severity::Warning)),
                    message: said,
                    only: only
                        .and_then(|selector| selector.select(graph))
                        .map(|selected| selected.into_iter().collect()),
                    namespaces: namespaces.map(str::to_owned).collect(),
                    origin: &self.origin,
                };
                lint.run(graph, &mut report);
            }
        }
    }

    fn unreferenced(&self, graph: &Graph<'_>, roots: &[Index], id: &str, events: &mut Events) {
        // What a trait names, it needs.
        let follows = |edge: &Edge| {
            edge.relation.is_followed()
                || matches!(edge.relation, Relation::MemberContainer | Relation::Trait)
        };
        let reached: HashSet<Index> =
            graph.closure_of(roots.iter().copied(), false, follows).into_iter().collect();
        for (index, node) in graph.own() {
            let is_made_for_traits = node.has("trait") || node.has("mixin");
            if node.member.is_none() && !is_made_for_traits && !reached.contains(&index) {
                let message =
                    format!("nothing that the model starts from leads to `{}`", node.name());
                events.add(id, self.severity(Severity::Note), node, message);
            }
        }
    }
}

/// Those of `selected` that the model's author wrote.
fn own<'g>(graph: &'g Graph<'_>, selected: Vec<Index>) -> impl Iterator<Item = Node<'g>> {
    selected.into_iter().filter_map(|index| graph.node(index)).filter(Node::is_own)
}

/// Puts what `@{trait|documentation}` and its like stand for into a message.
fn filled(message: &str, node: Node<'_>) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once("@{") {
        let Some((path, after)) = behind.split_once('}') else { break };
        text += before;
        let mut parts = path.split('|');
        match (parts.next(), parts.next()) {
            (Some("id"), None) => text += &node.id(),
            (Some("trait"), Some(id)) => {
                let mut value = node.get(id).or_else(|| node.traits().get(id)).map(|it| it.value());
                for part in parts {
                    value = value.and_then(|value| value.get(part));
                }
                text += &value.and_then(plain).unwrap_or_default();
            }
            _ => {}
        }
        rest = after;
    }
    text + rest
}

/// What definitions of traits forbid where they are applied: `traitValidators`.
pub(super) fn of_traits(graph: &Graph<'_>, events: &mut Events) {
    let selectors = trait_selectors(graph);
    let mut evaluation = Evaluation::new(graph);
    for (index, node) in graph.own() {
        for (id, applied) in node.traits().iter() {
            let definition = graph.find(id).and_then(|index| graph.node(index));
            let Some(made) = definition.and_then(|it| it.get("traitValidators")) else { continue };
            let validators = made.value().as_object().into_iter().flatten();
            for (name, validator) in validators {
                let selector = validator.get("selector").and_then(Value::as_str);
                let Some(selector) = selector.and_then(|text| selectors.get(text)) else {
                    continue;
                };
                let severity = match validator.get("severity").and_then(Value::as_str) {
                    Some("NOTE") => Severity::Note,
                    Some("WARNING") => Severity::Warning,
                    Some("DANGER") => Severity::Danger,
                    _ => Severity::Error,
                };
                let said = validator.get("message").and_then(Value::as_str);
                for found in evaluation.of(selector, index) {
                    let Some(found) = graph.node(found).filter(Node::is_own) else { continue };
                    let why = said.map(|said| format!(": {said}")).unwrap_or_default();
                    let message = format!(
                        "`{}` does not go with the trait `{}` of `{}`{why}",
                        found.name(),
                        short(id),
                        node.name()
                    );
                    events
                        .add(name, severity, found, message)
                        .related(&applied.origin, "the trait");
                }
            }
        }
        let Some(made) = node.get("traitValidators") else { continue };
        for name in made.value().as_object().into_iter().flatten().map(|(name, _)| name) {
            let part = |part: &str| {
                part.chars().any(|next| next != '_') && crate::smithy::document::is_identifier(part)
            };
            if !name.split('.').all(part) {
                let message = format!("`{name}` cannot be the id of a finding");
                events.error("TraitValidators", node, message).at(&made.origin);
            }
        }
    }
}

/// The selectors of all `traitValidators`, by their texts.
fn trait_selectors<'m>(graph: &Graph<'m>) -> HashMap<&'m str, Selector> {
    let mut found = HashMap::new();
    for (_, node) in graph.nodes() {
        let made = node.get("traitValidators").and_then(|made| made.value().as_object());
        for validator in made.into_iter().flatten().map(|(_, validator)| validator) {
            if let Some(text) = validator.get("selector").and_then(Value::as_str)
                && let Ok(selector) = Selector::parse(text)
            {
                found.insert(text, selector);
            }
        }
    }
    found
}
