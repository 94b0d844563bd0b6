//! Makes an [`Api`] of a service of a model.

mod member;
mod operation;
mod paging;
mod protocol_test;
mod service;
mod shape;
mod traits;
pub(super) mod uri;

use super::{
    document::Kind,
    model::{Link, Model, Shape},
};
use crate::{
    api::{Api, Protocol, ShapeId, ShapeKind},
    diagnostic::Diagnostic,
    source::SourceId,
};
use indexmap::{IndexMap, IndexSet};
use member::Folded;
use std::collections::{HashMap, HashSet};

/// Lowers the service that `wanted` names, else the only one. Every finding is reported; `None`
/// only if there is no such service, or nothing says how its values travel.
pub(super) fn lower(
    model: &Model,
    wanted: Option<&str>,
    first_file: Option<SourceId>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Api> {
    let service = service::choose(model, wanted, first_file, diagnostics)?;
    let protocols = service::protocols(model, service, diagnostics);
    let auth = service::auth_schemes(model, service, diagnostics);
    let aws = service::aws(service);
    let renames =
        service.links.rename.iter().map(|(link, name)| (link.id.clone(), name.clone())).collect();
    let mut lowering = Lowering {
        model,
        renames,
        folded: HashMap::new(),
        http_bindings: protocols
            .iter()
            .any(|protocol| matches!(protocol, Protocol::RestJson1 | Protocol::RestXml)),
        diagnostics: &mut *diagnostics,
    };
    let operations = lowering.operations(service);
    let shapes = lowering.shapes(&operations);
    let own = &service.traits;
    let api = Api {
        id: service.id.clone(),
        version: service.links.version.clone().unwrap_or_default(),
        title: traits::text(own, "smithy.api#title"),
        documentation: traits::documentation(own),
        protocols,
        auth,
        aws,
        servers: Vec::new(),
        operations,
        shapes,
        origin: service.origin.clone(),
    };
    (!api.protocols.is_empty()).then_some(api)
}

/// What lowering needs at hand.
struct Lowering<'m, 'd> {
    model: &'m Model,
    renames: HashMap<ShapeId, String>,
    folded: HashMap<ShapeId, Folded>,
    /// Whether the trait `http` says how operations are called.
    http_bindings: bool,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'m> Lowering<'m, '_> {
    /// The name of a shape in the service.
    fn name_of(&self, id: &ShapeId) -> String {
        self.renames.get(id).unwrap_or(&id.name).clone()
    }

    /// The operations that the service binds: its own, then those of its resources, depth first.
    fn operations(&mut self, service: &'m Shape) -> IndexMap<String, crate::api::Operation> {
        let mut operations: IndexMap<String, crate::api::Operation> = IndexMap::new();
        let schemes = service::applied_schemes(self.model, service);
        for link in self.bound_operations(service) {
            let Some(shape) = self.model.shapes.get(&link.id) else { continue };
            // Bound twice, by the service and a resource: that two have one name, validators say.
            if operations.contains_key(&self.name_of(&shape.id)) {
                continue;
            }
            service::check_auth(&schemes, shape, self.diagnostics);
            let operation = self.operation(shape, service);
            operations.insert(operation.name.clone(), operation);
        }
        operations
    }

    /// The operations in the order in which the service and its resources name them.
    fn bound_operations(&self, service: &'m Shape) -> Vec<&'m Link> {
        let mut links: Vec<&Link> = service.links.operations.iter().collect();
        let mut visited: HashSet<&ShapeId> = HashSet::new();
        let mut waiting: Vec<&Link> = service.links.resources.iter().rev().collect();
        while let Some(link) = waiting.pop() {
            // A cycle, or a resource bound twice; its operations are there already.
            if !visited.insert(&link.id) {
                continue;
            }
            let Some(resource) = self.model.shapes.get(&link.id) else { continue };
            let resource = &resource.links;
            let mut lifecycle: Vec<_> = resource.lifecycle.iter().collect();
            lifecycle.sort_by_key(|(kind, _)| *kind);
            links.extend(lifecycle.into_iter().map(|(_, link)| link));
            links.extend(&resource.operations);
            links.extend(&resource.collection_operations);
            waiting.extend(resource.resources.iter().rev());
        }
        links
    }

    /// Every shape that the operations reach and that is not simple, in model order.
    fn shapes(
        &mut self,
        operations: &IndexMap<String, crate::api::Operation>,
    ) -> IndexMap<ShapeId, crate::api::Shape> {
        let model = self.model;
        let mut reached: IndexSet<usize> = IndexSet::new();
        let index = |id: &ShapeId| model.shapes.get_index_of(id);
        let first = operations.values().flat_map(|operation| operation.shapes());
        let mut waiting: Vec<usize> = first.filter_map(index).collect();
        while let Some(next) = waiting.pop() {
            if !reached.insert(next) {
                continue;
            }
            let Some((_, shape)) = model.shapes.get_index(next) else { continue };
            // The members of an enum target `Unit`, and are values.
            if !matches!(shape.kind, Kind::Enum | Kind::IntEnum) {
                waiting
                    .extend(shape.members.values().filter_map(|member| index(&member.target.id)));
            }
        }
        reached.sort_unstable();
        let mut shapes = IndexMap::new();
        for next in reached {
            let Some((id, shape)) = model.shapes.get_index(next) else { continue };
            let stays = match shape.kind {
                Kind::String => shape.traits.has(shape::ENUM),
                Kind::Structure => !member::is_unit(id),
                Kind::Enum | Kind::IntEnum | Kind::List | Kind::Set | Kind::Map | Kind::Union => {
                    true
                }
                _ => false,
            };
            if !stays {
                continue;
            }
            if let Some(lowered) = self.shape(shape) {
                shapes.insert(id.clone(), lowered);
            }
        }
        self.check_names(&shapes);
        shapes
    }

    /// Reports shapes of several namespaces that have one name in the service, as validators let strings with the
    /// trait `enum`. Lists and maps may: nobody has to call them anything.
    fn check_names(&mut self, shapes: &IndexMap<ShapeId, crate::api::Shape>) {
        let mut names: HashMap<&str, &ShapeId> = HashMap::new();
        for (id, shape) in shapes {
            if matches!(shape.kind, ShapeKind::List(_) | ShapeKind::Map(_)) {
                continue;
            }
            let Some(known) = names.insert(&shape.name, id) else { continue };
            let message =
                format!("`{known}` and `{id}` are both called `{}` in the service", shape.name);
            let finding = Diagnostic::invalid("name-conflict", shape.origin.clone(), message)
                .with_help("give one of them another name in the service's `rename`");
            self.diagnostics.push(match shapes.get(known) {
                Some(other) => finding.with_related(other.origin.clone(), "the other one"),
                None => finding,
            });
        }
    }
}
