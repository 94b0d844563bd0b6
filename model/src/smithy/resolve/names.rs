//! Which shape a name means.

use crate::{
    api::{ShapeId, Value},
    diagnostic::Diagnostic,
    smithy::{
        definitions,
        document::{Document, Kind, Node, Reference, Trait},
        model::{Applied, Link},
        prelude,
    },
    suggestion::closest,
};
use std::{
    cell::Cell,
    collections::{HashMap, HashSet},
};

/// So many "did you mean" are looked for in one run.
const MAX_SUGGESTIONS: u32 = 30;

/// Every shape that the files define.
pub(super) struct Names {
    defined: HashMap<ShapeId, Kind>,
    namespaces: HashSet<String>,
    /// How many suggestions may still be made: each looks at every name there is.
    suggestions: Cell<u32>,
}

/// Whether Farrier knows the traits of this namespace without their definitions.
pub(super) fn is_wellknown(namespace: &str) -> bool {
    definitions::is_known(namespace) || namespace == "alloy" || namespace.starts_with("alloy.")
}

impl Names {
    pub(super) fn new(documents: &[Document]) -> Self {
        let definitions = documents.iter().flat_map(|document| &document.shapes);
        let defined: HashMap<_, _> =
            definitions.map(|definition| (definition.id.clone(), definition.kind)).collect();
        let namespaces = defined.keys().map(|id| id.namespace.clone()).collect();
        Self { defined, namespaces, suggestions: Cell::new(MAX_SUGGESTIONS) }
    }

    pub(super) fn is_defined(&self, id: &ShapeId) -> bool {
        self.defined.contains_key(id)
    }

    /// The shape that `reference` means; an unknown one is reported.
    pub(super) fn link(&self, reference: Reference, diagnostics: &mut Vec<Diagnostic>) -> Link {
        let (id, found) = self.shape(&reference);
        let origin = reference.origin().clone();
        if !found && id.name.contains('$') {
            let message = format!("`{}` is a member, and a shape must stand here", id);
            diagnostics.push(Diagnostic::invalid("unknown-shape", origin.clone(), message));
        } else if !found {
            let message = format!("there is no shape `{}`", written(&reference));
            let finding = Diagnostic::invalid("unknown-shape", origin.clone(), message);
            diagnostics.push(self.suggest(finding, &id));
        }
        Link { id, origin }
    }

    /// The shape that a member targets; those of the namespaces that Farrier knows need no definition.
    pub(super) fn target(&self, reference: Reference, diagnostics: &mut Vec<Diagnostic>) -> Link {
        let (mut id, found) = self.shape(&reference);
        if !found && matches!(reference, Reference::Relative { .. }) {
            id.namespace = prelude::NAMESPACE.to_owned();
        }
        if !found && definitions::has(&id) {
            return Link { id, origin: reference.origin().clone() };
        }
        self.link(reference, diagnostics)
    }

    /// The shape that a bare name in a value means. One that there is not may have been meant as a
    /// text; where it has to be a shape, the trait's definition says so.
    fn named(&self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) -> ShapeId {
        let (id, found) = self.shape(reference);
        if !found {
            let message = format!("there is no shape `{}`", written(reference));
            let origin = reference.origin().clone();
            let finding = Diagnostic::warning("syntactic-shape-id-target", origin, message)
                .with_severity(crate::Severity::Danger)
                .with_event("SyntacticShapeIdTarget", None);
            let finding = self.suggest(finding, &id);
            let help = finding.help.clone();
            diagnostics.push(match help {
                Some(_) => finding,
                None => finding.with_help("a text is written in quotes"),
            });
        }
        id
    }

    /// The id that `reference` means, and whether such a shape is defined.
    pub(super) fn shape(&self, reference: &Reference) -> (ShapeId, bool) {
        match reference {
            Reference::Absolute { id, .. } => (id.clone(), self.is_defined(id)),
            Reference::Relative { namespace, name, .. } => {
                let own = ShapeId::new(namespace, name);
                if self.is_defined(&own) {
                    return (own, true);
                }
                let prelude = ShapeId::new(prelude::NAMESPACE, name);
                if self.is_defined(&prelude) { (prelude, true) } else { (own, false) }
            }
        }
    }

    /// The trait that `definition` means by its absolute id, with its shape ids resolved; an
    /// unknown one that Farrier ought to know is reported.
    pub(super) fn trait_of(
        &self,
        definition: Trait,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (String, Applied) {
        let Trait { id: reference, mut value, is_null, origin } = definition;
        let (id, defined) = match self.prelude_trait(&reference) {
            Some(id) => (id, true),
            None => self.shape(&reference),
        };
        let in_prelude = id.namespace == prelude::NAMESPACE;
        let known = defined
            || (!in_prelude
                && matches!(reference, Reference::Absolute { .. })
                && (is_wellknown(&id.namespace) || !self.namespaces.contains(&id.namespace)));
        if !known {
            let message = format!("there is no trait `{}`", written(&reference));
            let finding = Diagnostic::invalid("unknown-trait", origin.clone(), message);
            diagnostics.push(self.suggest_trait(finding, &id));
        }
        self.resolve_shape_ids(&mut value, diagnostics);
        // `@required` and `@tags` mean `{}` and `[]`; `@default(null)` means null.
        let is_default = in_prelude && (id.name == "default" || id.name == "enumValue");
        let is_document = self.defined.get(&id) == Some(&Kind::Document);
        if value.value == Value::Null && !is_default && !is_document && !is_null {
            let is_list = match self.defined.get(&id) {
                Some(kind) => matches!(kind, Kind::List | Kind::Set),
                None => in_prelude && prelude::is_list_trait(&id.name),
            };
            value.value = if is_list {
                Value::Array(Vec::new())
            } else {
                Value::Object(indexmap::IndexMap::new())
            };
        }
        (id.to_string(), Applied::new(value, origin))
    }

    /// The trait of the prelude that `reference` means, if it means one: their shapes are not among
    /// the defined ones.
    fn prelude_trait(&self, reference: &Reference) -> Option<ShapeId> {
        let name = match reference {
            Reference::Absolute { id, .. } if id.namespace == prelude::NAMESPACE => &id.name,
            Reference::Relative { namespace, name, .. }
                if !self.is_defined(&ShapeId::new(namespace, name)) =>
            {
                name
            }
            _ => return None,
        };
        prelude::has_trait(name).then(|| ShapeId::new(prelude::NAMESPACE, name))
    }

    /// Puts absolute ids where the value holds bare names.
    pub(super) fn resolve_shape_ids(&self, node: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
        let resolved = std::mem::take(&mut node.shape_ids).into_iter();
        let texts = resolved.map(|(place, reference, member)| {
            let id = match (self.prelude_trait(&reference), &reference) {
                (Some(id), _) => id,
                // A trait that needs no definition, as in `@auth([sigv4])`.
                (None, Reference::Absolute { id, .. })
                    if is_wellknown(&id.namespace) && id.namespace != prelude::NAMESPACE =>
                {
                    id.clone()
                }
                _ => self.named(&reference, diagnostics),
            };
            match member {
                Some(member) => (place, format!("{id}${member}")),
                None => (place, id.to_string()),
            }
        });
        node.replace_parts(texts.collect());
    }

    /// Adds what may have been meant by `id`.
    pub(super) fn suggest(&self, finding: Diagnostic, id: &ShapeId) -> Diagnostic {
        self.suggest_among(finding, id, &[])
    }

    fn suggest_trait(&self, finding: Diagnostic, id: &ShapeId) -> Diagnostic {
        self.suggest_among(finding, id, &prelude::TRAITS)
    }

    /// Adds which of `names` may have been meant by `name`.
    pub(super) fn suggest_name<'n>(
        &self,
        finding: Diagnostic,
        name: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> Diagnostic {
        let Some(left) = self.suggestions.get().checked_sub(1) else { return finding };
        self.suggestions.set(left);
        match closest(name, names) {
            Some(close) => finding.with_help(format!("did you mean `{close}`?")),
            None => finding,
        }
    }

    fn suggest_among(&self, finding: Diagnostic, id: &ShapeId, more: &[&str]) -> Diagnostic {
        if self.suggestions.get() == 0 {
            return finding;
        }
        // The smallest, so that the answer does not depend on the order of a hash map.
        let elsewhere = self.defined.keys().filter(|defined| defined.name == id.name).min();
        if let Some(elsewhere) = elsewhere {
            self.suggestions.set(self.suggestions.get().saturating_sub(1));
            return finding.with_help(format!("did you mean `{elsewhere}`?"));
        }
        let near = self.defined.keys().filter(|defined| {
            defined.namespace == id.namespace || defined.namespace == prelude::NAMESPACE
        });
        let mut near: Vec<&str> = near.map(|defined| defined.name.as_str()).collect();
        near.extend(more);
        near.sort_unstable();
        self.suggest_name(finding, &id.name, near.into_iter())
    }
}

/// The name as the file has it.
fn written(reference: &Reference) -> String {
    match reference {
        Reference::Absolute { id, .. } => id.to_string(),
        Reference::Relative { name, .. } => name.clone(),
    }
}
