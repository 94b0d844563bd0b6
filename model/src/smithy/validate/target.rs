//! Shapes name shapes of the kinds that can stand there.

use super::{
    event::Events,
    graph::{Graph, Node, Relation},
};
use crate::smithy::{
    document::Kind,
    model::{Link, Shape},
};

const TARGET: &str = "Target";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, node) in graph.own() {
        match node.member {
            Some(member) => {
                Check { graph, events, node }.link(Relation::MemberTarget, &member.target);
            }
            None => Check { graph, events, node }.shape(),
        }
    }
    resource_cycles(graph, events);
}

struct Check<'c, 'g, 'm> {
    graph: &'g Graph<'m>,
    events: &'c mut Events,
    node: Node<'m>,
}

impl<'m> Check<'_, '_, 'm> {
    fn shape(&mut self) {
        let shape: &'m Shape = self.node.shape;
        let links = &shape.links;
        for link in links.operations.iter().chain(&links.collection_operations) {
            self.link(Relation::Operation, link);
        }
        for link in &links.resources {
            self.link(Relation::Resource, link);
        }
        for (lifecycle, link) in &links.lifecycle {
            self.link(Relation::of(*lifecycle), link);
        }
        for link in &links.errors {
            self.link(Relation::Error, link);
        }
        for (_, link) in &links.identifiers {
            self.link(Relation::Identifier, link);
        }
        for (_, link) in &links.properties {
            self.link(Relation::Property, link);
        }
        if let Some(link) = &links.input {
            self.link(Relation::Input, link);
        }
        if let Some(link) = &links.output {
            self.link(Relation::Output, link);
        }
        if shape.kind == Kind::Map
            && let Some(key) = shape.members.get("key")
            && let Some(target) = self.graph.target(&key.target)
            && !matches!(target.kind, Kind::String | Kind::Enum)
        {
            let message = format!(
                "the keys of `{}` must be strings, and `{}` is a {}",
                shape.id.name,
                target.id.name,
                target.kind.name()
            );
            self.events.error(TARGET, self.node, message).at(&key.target.origin);
        }
    }

    fn link(&mut self, relation: Relation, link: &Link) {
        // What names no shape has been reported.
        let Some(target) = self.graph.target(link) else { return };
        if let Some(message) = self.problem(relation, target) {
            self.events
                .error(TARGET, self.node, message)
                .at(&link.origin)
                .related(&target.origin, "defined here");
        }
    }

    fn problem(&self, relation: Relation, target: &Shape) -> Option<String> {
        let node = Node { shape: target, member: None };
        let (name, kind) = (&target.id.name, target.kind.name());
        let from = self.node.name();
        if target.origin.source().is_some() {
            if node.has("trait") {
                return Some(format!("`{from}` names `{name}`, which is a trait"));
            }
            if node.has("mixin") {
                return Some(format!("`{from}` names `{name}`, which is a mixin"));
            }
        }
        match relation {
            Relation::MemberTarget | Relation::Property => {
                let is_value =
                    !matches!(target.kind, Kind::Service | Kind::Resource | Kind::Operation);
                (!is_value).then(|| format!("`{from}` cannot hold `{name}`, which is a {kind}"))
            }
            Relation::Resource => (target.kind != Kind::Resource)
                .then(|| format!("`{name}` is among the resources of `{from}`, and is a {kind}")),
            Relation::Operation
            | Relation::Put
            | Relation::Create
            | Relation::Read
            | Relation::Update
            | Relation::Delete
            | Relation::List => (target.kind != Kind::Operation)
                .then(|| format!("`{name}` is an operation of `{from}`, and is a {kind}")),
            Relation::Input | Relation::Output => {
                let what = relation.name();
                if target.kind != Kind::Structure {
                    return Some(format!(
                        "the {what} of `{from}` must be a structure, and `{name}` is a {kind}"
                    ));
                }
                node.has("error").then(|| {
                    format!("`{name}` is an error, and so cannot be the {what} of `{from}`")
                })
            }
            Relation::Error => {
                if target.kind != Kind::Structure {
                    return Some(format!(
                        "`{name}` is among the errors of `{from}`, and is a {kind}"
                    ));
                }
                (!node.has("error")).then(|| {
                    format!("`{name}` is among the errors of `{from}`, and lacks the trait `error`")
                })
            }
            Relation::Identifier => {
                (!matches!(target.kind, Kind::String | Kind::Enum)).then(|| {
                    format!("an identifier of `{from}` must be a string, and `{name}` is a {kind}")
                })
            }
            _ => None,
        }
    }
}

/// A resource must not be below itself.
fn resource_cycles(graph: &Graph<'_>, events: &mut Events) {
    let circular = graph.circular(|_, edge| edge.relation == Relation::Resource);
    for (index, resource) in graph.own_of(Kind::Resource) {
        if circular.contains(&index) {
            let message = format!("the resource `{}` is below itself", resource.id.name);
            events.error("ResourceCycle", Node { shape: resource, member: None }, message);
        }
    }
}
