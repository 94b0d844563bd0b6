//! Validators that a model has itself: those of the metadata, and those that traits bring.

use super::{
    event::Events,
    graph::{Edge, Graph, Index, Node, Relation},
    lint::{self, Lint, Report},
    selector::{Evaluation, Selector, Template, warn_of_giving_up},
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
        let only = match entry.get("selector").and_then(Value::as_str).map(Selector::parse) {
            None => None,
            Some(Ok(selector)) => Some(selector),
            Some(Err(problem)) => {
                let message = format!("the selector of the validator `{name}` {problem}");
                events.global("Model", Severity::Error, &within(&origin, "selector"), message);
                continue;
            }
        };
        let severity = match entry.get("severity").map(severity) {
            None => None,
            Some(Some(severity)) if severity < Severity::Error => Some(severity),
            Some(_) => {
                let message = format!(
                    "the `severity` of the validator `{name}` can be `NOTE`, `WARNING` or `DANGER`"
                );
                events.global("Model", Severity::Error, &within(&origin, "severity"), message);
                continue;
            }
        };
        let configuration = entry.get("configuration");
        let work = match name {
            "EmitEachSelector" => EmitEach::read(configuration).map(Work::EmitEach),
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
            Ok(work) => found.push(Custom { entry, name, work, only, severity, origin }),
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
    EmitEach(EmitEach),
    EmitNone(Selector),
    Unreferenced(Selector),
    Lint(Box<dyn Lint>),
}

/// Says something of each shape that is selected.
struct EmitEach {
    selector: Selector,
    /// The id of a trait: only what has it counts, and the finding is where it is.
    bind_to: Option<String>,
    message: Option<Template>,
}

impl EmitEach {
    fn read(configuration: Option<&Value>) -> Result<Self, String> {
        let text = |name| configuration.and_then(|it| it.get(name)).and_then(Value::as_str);
        let bind_to = text("bindToTrait").map(|id| match id.contains('#') {
            true => id.to_owned(),
            false => format!("smithy.api#{id}"),
        });
        let message = text("messageTemplate").map(Template::parse).transpose();
        let message =
            message.map_err(|problem| format!("has a `messageTemplate` that {problem}"))?;
        Ok(Self { selector: required_selector(configuration)?, bind_to, message })
    }
}

fn severity(value: &Value) -> Option<Severity> {
    Some(match value.as_str()? {
        "NOTE" => Severity::Note,
        "WARNING" => Severity::Warning,
        "DANGER" => Severity::Danger,
        "ERROR" => Severity::Error,
        _ => return None,
    })
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
    /// Selects what it is for, if not for all.
    only: Option<Selector>,
    severity: Option<Severity>,
    origin: Origin,
}

impl Custom<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.entry.get(name).and_then(Value::as_str)
    }

    /// Runs it.
    pub(super) fn run(&self, graph: &Graph<'_>, events: &mut Events) {
        let id = self.text("id").unwrap_or(self.name);
        let what = format!("the validator `{id}`");
        let mut select =
            |selector: &Selector| selector.select_or_warn(graph, &what, &self.origin, events);
        let only = match self.only.as_ref().map(&mut select) {
            None => None,
            Some(Some(selected)) => Some(selected.into_iter().collect()),
            Some(None) => return,
        };
        let selected = match &self.work {
            Work::EmitEach(EmitEach { selector, .. })
            | Work::EmitNone(selector)
            | Work::Unreferenced(selector) => select(selector),
            Work::Lint(_) => Some(Vec::new()),
        };
        let Some(selected) = selected else { return };
        let namespaces = self.entry.get("namespaces").and_then(Value::as_array);
        let namespaces = namespaces.unwrap_or_default().iter().filter_map(Value::as_str);
        let mut report = Report {
            events,
            id,
            severity: self.severity,
            message: self.text("message"),
            only,
            namespaces: namespaces.map(str::to_owned).collect(),
            origin: &self.origin,
        };
        match &self.work {
            Work::EmitEach(emit) => {
                for (index, node) in own(graph, selected) {
                    let applied = emit.bind_to.as_deref().map(|id| node.traits().get(id));
                    if matches!(applied, Some(None)) {
                        continue;
                    }
                    let message = match &emit.message {
                        Some(template) => template.fill(graph, node),
                        None => format!("`{}` is selected by the validator `{id}`", node.name()),
                    };
                    let at = applied.flatten().map_or(node.origin(), |applied| &applied.origin);
                    report.add_at(at, "", Severity::Danger, (index, node), &message);
                }
            }
            Work::EmitNone(_) => {
                if own(graph, selected).next().is_none() {
                    let message = format!("nothing is selected by the validator `{id}`");
                    report.of_model("", Severity::Danger, &message);
                }
            }
            Work::Unreferenced(_) => unreferenced(graph, &selected, &mut report),
            Work::Lint(lint) => lint.run(graph, &mut report),
        }
    }
}

fn unreferenced(graph: &Graph<'_>, roots: &[Index], report: &mut Report<'_, '_>) {
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
            let message = format!("nothing that the model starts from leads to `{}`", node.name());
            report.add("", Severity::Note, (index, node), &message);
        }
    }
}

/// Those of `selected` that the model's author wrote.
fn own<'g, 'm>(
    graph: &'g Graph<'m>,
    selected: Vec<Index>,
) -> impl Iterator<Item = (Index, Node<'m>)> + use<'g, 'm> {
    let nodes = selected.into_iter().filter_map(|index| Some((index, graph.node(index)?)));
    nodes.filter(|(_, node)| node.is_own())
}

/// What definitions of traits forbid where they are applied: `traitValidators`.
pub(super) fn of_traits(graph: &Graph<'_>, events: &mut Events) {
    let selectors = trait_selectors(graph);
    let mut given_up = HashSet::new();
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
                let severity = validator.get("severity").and_then(severity);
                let severity = severity.unwrap_or(Severity::Error);
                let said = validator.get("message").and_then(Value::as_str);
                let mut evaluation = Evaluation::new(graph);
                let found = evaluation.of(selector, index);
                if evaluation.gave_up() {
                    // What it has found is true, and it may not be all.
                    if given_up.insert((id, name)) {
                        let what = format!("`{name}` of the trait `{}`", short(id));
                        warn_of_giving_up(&what, &applied.origin, events);
                    }
                }
                for found in found {
                    let Some(found) = graph.node(found).filter(Node::is_own) else { continue };
                    let why = said.map(|said| format!(": {said}")).unwrap_or_default();
                    let message = format!(
                        "`{}` does not go with the trait `{}` of `{}`{why} (`{name}`)",
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
