//! Operations: inputs and outputs, pages, repeats, compression.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, prelude_trait, text},
};
use crate::{
    api::Value,
    smithy::{
        document::Kind,
        model::{Applied, Member, Shape},
    },
};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (index, operation) in graph.own_of(Kind::Operation) {
        let node = Node { shape: operation, member: None };
        names(graph, node, events);
        idempotent(graph, node, events);
        compression(graph, node, events);
        update(graph, node, events);
        if let Some(applied) = node.get("paginated") {
            pages(graph, index, node, applied, events);
        }
    }
    for (index, structure) in graph.own_of(Kind::Structure) {
        let node = Node { shape: structure, member: None };
        message(graph, index, node, events);
        tokens(graph, index, structure, events);
    }
}

/// Other shapes that are called as if they were the input or output.
fn names(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let operation = node.shape;
    for (wanted, ends, what) in [
        (graph.input(operation), ["Input", "Request"], "input"),
        (graph.output(operation), ["Output", "Response"], "output"),
    ] {
        let Some(used) = wanted else { continue };
        for end in ends {
            let id = crate::api::ShapeId::new(
                &operation.id.namespace,
                format!("{}{end}", operation.id.name),
            );
            let Some(other) = graph.shape(&id).and_then(|index| graph.node(index)) else {
                continue;
            };
            if other.shape.id == used.id {
                continue;
            }
            let message = format!(
                "`{}` is called as if it were the {what} of `{}`, which is `{}`",
                other.name(),
                operation.id.name,
                used.id.name
            );
            events.warning("OperationNameAmbiguity", other, message);
        }
        let mark = prelude_trait(&used.traits, what);
        if mark.is_some() && !used.id.name.starts_with(&operation.id.name) {
            let message = format!(
                "the {what} of `{0}` is `{1}`, whose name does not start with `{0}`",
                operation.id.name, used.id.name
            );
            events.warning(&format!("OperationInputOutputName.{what}"), node, message);
        }
    }
}

/// What has the trait `input` or `output` is that of one operation only.
fn message(graph: &Graph<'_>, index: Index, node: Node<'_>, events: &mut Events) {
    for (mark, relation) in [("input", Relation::Input), ("output", Relation::Output)] {
        if !node.has(mark) {
            continue;
        }
        let uses = graph.to(index).iter().filter(|edge| edge.relation == relation);
        let uses: Vec<String> = uses
            .filter_map(|edge| graph.node(edge.other))
            .map(|operation| format!("`{}`", operation.name()))
            .collect();
        if uses.len() > 1 {
            let message = format!(
                "`{}` has the trait `{mark}`, and is that of several operations: {}",
                node.name(),
                uses.join(", ")
            );
            events.error("OperationInputOutputMisuse", node, message);
        }
    }
}

/// Idempotency tokens in what is not only the input of operations.
fn tokens(graph: &Graph<'_>, index: Index, structure: &Shape, events: &mut Events) {
    if prelude_trait(&structure.traits, "mixin").is_some()
        || prelude_trait(&structure.traits, "trait").is_some()
    {
        return;
    }
    let other = graph.to(index).iter().any(|edge| {
        !matches!(
            edge.relation,
            Relation::Input | Relation::MemberContainer | Relation::Trait | Relation::Mixin
        )
    });
    for member in structure.members.values().filter(|_| other) {
        if let Some(applied) = prelude_trait(&member.traits, "idempotencyToken") {
            let message = format!(
                "`idempotencyToken` of `{}` means nothing where `{}` is not the input of an \
                 operation",
                member.name, structure.id.name
            );
            let node = Node { shape: structure, member: Some(member) };
            events.warning("IdempotencyTokenIgnored", node, message).at(&applied.origin);
        }
    }
}

/// The errors that `idempotent` names must be the operation's.
fn idempotent(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let Some(applied) = node.get("idempotent") else { return };
    let errors = &node.shape.links.errors;
    for property in ["exists", "notFound"] {
        let ids = applied.value().get(property).and_then(Value::as_array).unwrap_or_default();
        for id in ids.iter().filter_map(Value::as_str) {
            if graph.find(id).is_some() && errors.iter().all(|link| link.id.to_string() != id) {
                let message = format!(
                    "`{property}` names `{id}`, which is none of the errors of `{}`",
                    node.name()
                );
                events
                    .error("IdempotentTrait", node, message)
                    .at(&applied.value.origin_at(&format!("/{property}")));
            }
        }
    }
}

fn compression(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    const ID: &str = "RequestCompressionTrait";
    let Some(applied) = node.get("requestCompression") else { return };
    let Some(encodings) = applied.value().get("encodings").and_then(Value::as_array) else {
        return;
    };
    let mut error = |message: String| {
        events.error(ID, node, message).at(&applied.origin);
    };
    if encodings.is_empty() {
        error(format!("`requestCompression` of `{}` has no encodings", node.name()));
    }
    let unknown = encodings.iter().filter_map(Value::as_str);
    let unknown: Vec<String> = unknown
        .filter(|encoding| !encoding.eq_ignore_ascii_case("gzip"))
        .map(|encoding| format!("`{encoding}`"))
        .collect();
    if !unknown.is_empty() {
        error(format!("`requestCompression` knows `gzip`, and not {}", unknown.join(", ")));
    }
    let Some(input) = graph.input(node.shape) else {
        error(format!("`{}` has nothing to compress: it has no input", node.name()));
        return;
    };
    for member in input.members.values() {
        let Some(target) = graph.target(&member.target) else { continue };
        if prelude_trait(&target.traits, "requiresLength").is_some() {
            error(format!(
                "`{}${}` is a stream whose length must be known, and so cannot be compressed",
                input.id.name, member.name
            ));
        }
    }
}

/// An update cannot tell a default from what was left out.
fn update(graph: &Graph<'_>, node: Node<'_>, events: &mut Events) {
    let name = &node.shape.id.name;
    let updates = name.starts_with("Update") || name.starts_with("Patch");
    let index = graph.shape(&node.shape.id);
    let bound = index
        .is_some_and(|index| graph.to(index).iter().any(|edge| edge.relation == Relation::Update));
    let Some(input) = graph.input(node.shape).filter(|_| updates || bound) else { return };
    let has_default = |member: &&Member| {
        prelude_trait(&member.traits, "default").is_some_and(|it| *it.value() != Value::Null)
    };
    let names: Vec<String> =
        input.members.values().filter(has_default).map(|it| format!("`{}`", it.name)).collect();
    if !names.is_empty() {
        let message = format!(
            "`{name}` updates something, and cannot tell a default from what was left out: {}",
            names.join(", ")
        );
        events.warning("DefaultValueInUpdate", node, message);
    }
}

const PAGES: &str = "PaginatedTrait";

fn pages(graph: &Graph<'_>, index: Index, node: Node<'_>, applied: &Applied, events: &mut Events) {
    let before = events.0.len();
    let (input, output) = (graph.input(node.shape), graph.output(node.shape));
    for (found, what) in [(input, "input"), (output, "output")] {
        if found.is_none() {
            let message = format!("`{}` comes in pages, and has no {what}", node.name());
            events.error(PAGES, node, message).at(&applied.origin);
        }
    }
    let page = Page { graph, node, applied, input, output };
    page.check(&|name| text(applied, name), false, events);
    if events.0.len() > before {
        return;
    }
    for service in graph.services(index).into_iter().filter_map(|index| graph.node(index)) {
        let merged = service.get("paginated");
        let value = |name: &str| text(applied, name).or_else(|| text(merged?, name));
        page.check(&value, true, events);
    }
}

struct Page<'p, 'm> {
    graph: &'p Graph<'m>,
    node: Node<'m>,
    applied: &'p Applied,
    input: Option<&'m Shape>,
    output: Option<&'m Shape>,
}

impl<'m> Page<'_, 'm> {
    fn check<'v>(
        &self,
        value: &dyn Fn(&str) -> Option<&'v str>,
        is_bound: bool,
        events: &mut Events,
    ) {
        for (name, of_input, kinds) in [
            ("inputToken", true, &[Kind::String, Kind::Enum, Kind::Map][..]),
            ("pageSize", true, &[Kind::Byte, Kind::Short, Kind::Integer, Kind::Long][..]),
            ("outputToken", false, &[Kind::String, Kind::Enum, Kind::Map][..]),
            ("items", false, &[Kind::List, Kind::Set, Kind::Map][..]),
        ] {
            let shape = if of_input { self.input } else { self.output };
            let Some(shape) = shape else { continue };
            let Some(path) = value(name) else {
                if is_bound && name.ends_with("Token") {
                    let message =
                        format!("`{}` comes in pages, and has no `{name}`", self.node.name());
                    events.error(PAGES, self.node, message).at(&self.applied.origin);
                }
                continue;
            };
            self.path(name, path, shape, of_input, kinds, events);
        }
    }

    fn path(
        &self,
        name: &str,
        path: &str,
        shape: &'m Shape,
        of_input: bool,
        kinds: &[Kind],
        events: &mut Events,
    ) {
        let at = self.applied.value.origin_at(&format!("/{name}"));
        let parts: Vec<&str> = path.split('.').collect();
        if of_input && parts.len() > 1 {
            let message = format!("`{name}` takes the name of a member, and `{path}` is a path");
            events.error(PAGES, self.node, message).at(&self.applied.origin).at(&at);
            return;
        }
        let mut holder = Some(shape);
        let mut found = None;
        for part in &parts {
            found = holder.and_then(|holder| holder.members.get(*part));
            holder = found.and_then(|member| self.graph.target(&member.target));
        }
        let Some(member) = found else {
            let message = format!("`{name}` names `{path}`, which `{}` has not", shape.id.name);
            events.error(PAGES, self.node, message).at(&self.applied.origin).at(&at);
            return;
        };
        let is_required = prelude_trait(&member.traits, "required").is_some();
        if is_required && name == "inputToken" {
            let message = format!("`{name}` names `{path}`, which must not be required");
            events.error(PAGES, self.node, message).at(&self.applied.origin).at(&at);
        } else if is_required && name != "items" {
            let id = if name == "pageSize" { PAGES.to_owned() } else { self.sub(name) };
            let message = format!("`{name}` names `{path}`, which should not be required");
            events.warning(&id, self.node, message).at(&self.applied.origin).at(&at);
        }
        if let Some(target) = self.graph.target(&member.target)
            && !kinds.contains(&target.kind)
        {
            let message =
                format!("`{name}` names `{path}`, which cannot be a {}", target.kind.name());
            let severity = match name {
                "items" => crate::diagnostic::Severity::Error,
                _ => crate::diagnostic::Severity::Warning,
            };
            events
                .add(&self.sub("WrongShapeType"), severity, self.node, message)
                .at(&self.applied.origin)
                .at(&at);
        }
        if parts.len() > 2 {
            let message = format!("`{name}` is the path `{path}`, which is long");
            events.warning(&self.sub(name), self.node, message).at(&self.applied.origin).at(&at);
        }
    }

    fn sub(&self, name: &str) -> String {
        format!("{PAGES}.{}.{name}", self.node.shape.id.name)
    }
}
