//! Validators that run only where the metadata of a model names them: matters of style.

mod camel_case;
mod missing_trait;
mod naming;
mod noninclusive_terms;
mod reserved_words;
mod words;

use super::{
    event::Events,
    graph::{Graph, Index, Node},
};
use crate::{api::Value, diagnostic::Severity, source::Origin};
use std::collections::HashSet;

/// A validator with its settings.
pub(super) trait Lint {
    /// Reports what it finds.
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>);
}

/// The validator of this name; `None` if there is none.
///
/// # Errors
///
/// What is wrong with its settings, as a sentence's end: "the validator …".
pub(super) fn read(
    name: &str,
    configuration: Option<&Value>,
) -> Option<Result<Box<dyn Lint>, String>> {
    let settings = Settings(configuration);
    Some(match name {
        "AbbreviationName" => Ok(Box::new(naming::AbbreviationName::read(settings))),
        "CamelCase" => camel_case::CamelCase::read(settings).map(boxed),
        "InputOutputStructureReuse" => Ok(Box::new(missing_trait::InputOutputStructureReuse)),
        "MissingClientOptionalTrait" => {
            Ok(Box::new(missing_trait::MissingClientOptionalTrait::read(settings)))
        }
        "MissingPaginatedTrait" => {
            Ok(Box::new(missing_trait::MissingPaginatedTrait::read(settings)))
        }
        "MissingSensitiveTrait" => missing_trait::MissingSensitiveTrait::read(settings).map(boxed),
        "NoninclusiveTerms" => noninclusive_terms::NoninclusiveTerms::read(settings).map(boxed),
        "RepeatedShapeName" => Ok(Box::new(naming::RepeatedShapeName::read(settings))),
        "ReservedWords" => reserved_words::ReservedWords::read(settings).map(boxed),
        "ShouldHaveUsedTimestamp" => naming::ShouldHaveUsedTimestamp::read(settings).map(boxed),
        "StandardOperationVerb" => naming::StandardOperationVerb::read(settings).map(boxed),
        _ => return None,
    })
}

fn boxed(lint: impl Lint + 'static) -> Box<dyn Lint> {
    Box::new(lint)
}

/// What a model configures.
#[derive(Clone, Copy)]
struct Settings<'s>(Option<&'s Value>);

impl<'s> Settings<'s> {
    fn get(self, name: &str) -> Option<&'s Value> {
        self.0?.get(name)
    }

    fn is_set(self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool) == Some(true)
    }

    fn texts(self, name: &str) -> Vec<String> {
        texts(self.get(name))
    }
}

/// The strings of a list.
fn texts(value: Option<&Value>) -> Vec<String> {
    let items = value.and_then(Value::as_array).unwrap_or_default().iter();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Takes what a validator finds, and makes of it what its entry in the metadata says.
pub(super) struct Report<'r, 'e> {
    pub(super) events: &'e mut Events,
    /// What its findings are called.
    pub(super) id: &'r str,
    pub(super) severity: Option<Severity>,
    /// With `{super}` for what the validator says itself.
    pub(super) message: Option<&'r str>,
    /// The nodes that it is for, if not for all.
    pub(super) only: Option<HashSet<Index>>,
    /// The namespaces that it is for, if not for all.
    pub(super) namespaces: Vec<String>,
    /// Where the validator is named.
    pub(super) origin: &'r Origin,
}

impl Report<'_, '_> {
    /// Reports something about a node.
    pub(super) fn add(
        &mut self,
        suffix: &str,
        severity: Severity,
        (index, node): (Index, Node<'_>),
        message: &str,
    ) {
        self.add_at(node.origin(), suffix, severity, (index, node), message);
    }

    /// Reports something about a node, which is to be seen elsewhere.
    pub(super) fn add_at(
        &mut self,
        at: &Origin,
        suffix: &str,
        severity: Severity,
        (index, node): (Index, Node<'_>),
        message: &str,
    ) {
        let is_for = |only: &HashSet<Index>| only.contains(&index);
        if self.is_for_namespace(&node.shape.id.namespace) && self.only.as_ref().is_none_or(is_for)
        {
            let (id, severity) = (format!("{}{suffix}", self.id), self.severity(severity));
            let message = self.worded(message);
            self.events.add(&id, severity, node, message).at(at);
        }
    }

    /// Reports something about the model as a whole.
    pub(super) fn of_model(&mut self, suffix: &str, severity: Severity, message: &str) {
        let (id, severity) = (format!("{}{suffix}", self.id), self.severity(severity));
        let message = self.worded(message);
        self.events.global(&id, severity, self.origin, message);
    }

    /// Reports something about a namespace.
    fn of_namespace(&mut self, suffix: &str, severity: Severity, namespace: &str, message: &str) {
        if self.is_for_namespace(namespace) {
            self.of_model(suffix, severity, message);
        }
    }

    fn is_for_namespace(&self, namespace: &str) -> bool {
        self.namespaces.is_empty() || self.namespaces.iter().any(|known| known == namespace)
    }

    fn severity(&self, otherwise: Severity) -> Severity {
        self.severity.unwrap_or(otherwise)
    }

    fn worded(&self, message: &str) -> String {
        self.message.map_or_else(|| message.to_owned(), |custom| custom.replace("{super}", message))
    }
}

/// Whether a member is one that has a name of its author's choice: not of a list or map, nor a value of
/// an enum.
fn is_named(node: Node<'_>) -> bool {
    use crate::smithy::document::Kind;
    matches!(node.shape.kind, Kind::Structure | Kind::Union)
}

/// The name alone: of a member its own.
fn own_name<'m>(node: Node<'m>) -> &'m str {
    node.member.map_or(node.shape.id.name.as_str(), |member| member.name.as_str())
}
