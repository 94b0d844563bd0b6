//! What a model says of its own findings: `suppressions`, `severityOverrides` and `@suppress`.

use super::{
    event::{Event, Events},
    graph::{Graph, prelude_trait},
};
use crate::{api::Value, diagnostic::Severity, source::Origin};

/// The rules of a model's metadata.
pub(super) struct Rules {
    suppressions: Vec<Rule>,
    overrides: Vec<(Rule, Severity)>,
}

/// Which findings a rule is for.
struct Rule {
    id: String,
    /// `*` for all of them.
    namespace: String,
}

impl Rules {
    /// Reads the rules; those that are malformed are reported.
    pub(super) fn read(graph: &Graph<'_>, events: &mut Events) -> Self {
        let mut rules = Self { suppressions: Vec::new(), overrides: Vec::new() };
        let suppressions = entries(graph, "suppressions", events);
        for (entry, origin) in suppressions {
            rules.suppressions.extend(Rule::read(entry, "suppressions", &origin, events));
        }
        for (entry, origin) in entries(graph, "severityOverrides", events) {
            let rule = Rule::read(entry, "severityOverrides", &origin, events);
            let severity = entry.get("severity").and_then(Value::as_str);
            let severity = match severity {
                Some("WARNING") => Some(Severity::Warning),
                Some("DANGER") => Some(Severity::Danger),
                Some(other) => {
                    let message = format!(
                        "`severityOverrides` has the severity `{other}`; it can be `WARNING` or \
                         `DANGER`"
                    );
                    events.global("Model", Severity::Error, &origin, message);
                    None
                }
                None => {
                    let message = "an entry of `severityOverrides` needs a `severity`";
                    events.global("Model", Severity::Error, &origin, message);
                    None
                }
            };
            if let (Some(rule), Some(severity)) = (rule, severity) {
                rules.overrides.push((rule, severity));
            }
        }
        rules
    }

    /// Whether the model wants to hear nothing of a finding. Errors cannot be suppressed.
    pub(super) fn suppress(&self, graph: &Graph<'_>, event: &Event) -> bool {
        event.severity != Severity::Error
            && (is_suppressed_by_trait(graph, event)
                || self.suppressions.iter().any(|rule| rule.is_for(event)))
    }

    /// Raises the severity of a finding where the model says so.
    pub(super) fn raise(&self, event: &mut Event) {
        let rules = self.overrides.iter().filter(|(rule, _)| rule.is_for(event));
        if let Some(severity) = rules.map(|&(_, severity)| severity).max() {
            event.severity = event.severity.max(severity);
        }
    }
}

impl Rule {
    fn read(entry: &Value, key: &str, origin: &Origin, events: &mut Events) -> Option<Self> {
        let mut text = |name: &str| {
            let text = entry.get(name).and_then(Value::as_str);
            if text.is_none() {
                let message = format!("an entry of `{key}` needs a string as `{name}`");
                events.global("Model", Severity::Error, origin, message);
            }
            text.map(str::to_owned)
        };
        let (id, namespace) = (text("id"), text("namespace"));
        Some(Self { id: id?, namespace: namespace? })
    }

    fn is_for(&self, event: &Event) -> bool {
        let namespace = event.shape.as_deref().and_then(|id| id.split('#').next());
        covers(&self.id, &event.id)
            && (self.namespace == "*" || namespace == Some(self.namespace.as_str()))
    }
}

/// Whether an id is another one or above it: `A.B` covers `A.B.C`.
fn covers(id: &str, event: &str) -> bool {
    event.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn is_suppressed_by_trait(graph: &Graph<'_>, event: &Event) -> bool {
    let node = event.shape.as_deref().and_then(|id| graph.node(graph.find(id)?));
    let Some(applied) = node.and_then(|node| prelude_trait(node.traits(), "suppress")) else {
        return false;
    };
    let ids = applied.value().as_array().unwrap_or_default();
    ids.iter().filter_map(Value::as_str).any(|id| covers(id, &event.id))
}

/// The objects of a list in the metadata, with their places.
pub(super) fn entries<'m>(
    graph: &Graph<'m>,
    key: &str,
    events: &mut Events,
) -> Vec<(&'m Value, Origin)> {
    let Some(metadata) = graph.model.metadata.get(key) else { return Vec::new() };
    if metadata.nodes.iter().any(|node| node.value.as_array().is_none()) {
        let message = format!("the metadata `{key}` must be a list");
        events.global("Model", Severity::Error, &metadata.origin, message);
        return Vec::new();
    }
    let mut found = Vec::new();
    for (item, origin) in metadata.items() {
        if item.as_object().is_some() {
            found.push((item, origin));
            continue;
        }
        let message = format!("the metadata `{key}` must be a list of objects");
        events.global("Model", Severity::Error, &origin, message);
    }
    found
}
