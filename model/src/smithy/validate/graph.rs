//! The shapes and members of a model as nodes, and what leads from one to another.

mod walk;

use crate::{
    api::{ShapeId, Value},
    smithy::{
        document::{Kind, Lifecycle},
        model::{Applied, Link, Member, Model, Shape, Traits},
    },
    source::Origin,
};
use std::{cell::Cell, collections::HashMap};

/// A node by its place.
pub(super) type Index = usize;

/// The nodes of a model and of the definitions that it uses.
pub(super) struct Graph<'m> {
    pub(super) model: &'m Model,
    nodes: Vec<Node<'m>>,
    shapes: HashMap<&'m ShapeId, Index>,
    forward: Vec<Vec<Edge>>,
    backward: Vec<Vec<Edge>>,
    /// How many steps all selectors of the model may still make together.
    pub(super) selector_steps: Cell<u64>,
}

/// So many steps of selectors are made for one model, a few seconds in all.
const MAX_SELECTOR_STEPS: u64 = 50_000_000;

/// A shape or a member.
#[derive(Clone, Copy)]
pub(super) struct Node<'m> {
    /// The shape, or what holds the member.
    pub(super) shape: &'m Shape,
    /// The member, if it is one.
    pub(super) member: Option<&'m Member>,
}

/// One relation; the other node is where it leads (or, backwards, where it comes from).
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub(super) relation: Relation,
    pub(super) other: Index,
}

/// What one shape has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Relation {
    Member,
    MemberContainer,
    MemberTarget,
    Input,
    Output,
    Error,
    Operation,
    InstanceOperation,
    CollectionOperation,
    Resource,
    Bound,
    Put,
    Create,
    Read,
    Update,
    Delete,
    List,
    Identifier,
    Property,
    Mixin,
    Trait,
    /// One that a selector names, and nothing has.
    Unknown,
}

impl Relation {
    const NAMES: [(&'static str, Self); 20] = [
        ("member", Self::Member),
        ("input", Self::Input),
        ("output", Self::Output),
        ("error", Self::Error),
        ("operation", Self::Operation),
        ("instanceOperation", Self::InstanceOperation),
        ("collectionOperation", Self::CollectionOperation),
        ("resource", Self::Resource),
        ("bound", Self::Bound),
        ("put", Self::Put),
        ("create", Self::Create),
        ("read", Self::Read),
        ("update", Self::Update),
        ("delete", Self::Delete),
        ("list", Self::List),
        ("identifier", Self::Identifier),
        ("property", Self::Property),
        ("mixin", Self::Mixin),
        ("trait", Self::Trait),
        ("memberContainer", Self::MemberContainer),
    ];

    /// The relation of this name, as selectors write it. That of a member to its target has none.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, relation)| relation)
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        let named = Self::NAMES.iter().find(|&&(_, relation)| relation == self);
        named.map_or("member", |&(name, _)| name)
    }

    /// Whether it is followed where no relation is named: those that lead back up are not, and traits
    /// only by name.
    pub(super) fn is_followed(self) -> bool {
        !matches!(self, Self::MemberContainer | Self::Bound | Self::Trait | Self::Unknown)
    }

    /// Of a lifecycle operation.
    pub(super) fn of(lifecycle: Lifecycle) -> Self {
        match lifecycle {
            Lifecycle::Put => Self::Put,
            Lifecycle::Create => Self::Create,
            Lifecycle::Read => Self::Read,
            Lifecycle::Update => Self::Update,
            Lifecycle::Delete => Self::Delete,
            Lifecycle::List => Self::List,
        }
    }
}

impl<'m> Node<'m> {
    /// Its id: `ns#Shape` or `ns#Shape$member`.
    pub(super) fn id(&self) -> String {
        match self.member {
            Some(member) => format!("{}${}", self.shape.id, member.name),
            None => self.shape.id.to_string(),
        }
    }

    /// The name alone: `Shape` or `Shape$member`.
    pub(super) fn name(&self) -> String {
        match self.member {
            Some(member) => format!("{}${}", self.shape.id.name, member.name),
            None => self.shape.id.name.clone(),
        }
    }

    pub(super) fn traits(&self) -> &'m Traits {
        self.member.map_or(&self.shape.traits, |member| &member.traits)
    }

    /// The trait of the prelude of this name.
    pub(super) fn get(&self, name: &str) -> Option<&'m Applied> {
        prelude_trait(self.traits(), name)
    }

    /// Whether it has the trait of the prelude of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn origin(&self) -> &'m Origin {
        self.member.map_or(&self.shape.origin, |member| &member.origin)
    }

    /// What it is, in words: `structure`, `member`.
    pub(super) fn kind_name(&self) -> &'static str {
        if self.member.is_some() { "member" } else { self.shape.kind.name() }
    }

    /// Whether the model's author wrote it.
    pub(super) fn is_own(&self) -> bool {
        self.shape.origin != Origin::BuiltIn
    }

    /// Whether it is a shape of this kind.
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.member.is_none() && self.shape.kind == kind
    }
}

/// The trait of the prelude of this name.
pub(super) fn prelude_trait<'m>(traits: &'m Traits, name: &str) -> Option<&'m Applied> {
    // Most have none.
    if traits.0.is_empty() {
        return None;
    }
    traits
        .0
        .iter()
        .find_map(|(id, applied)| (id.strip_prefix("smithy.api#") == Some(name)).then_some(applied))
}

impl<'m> Graph<'m> {
    /// The nodes of `model`, and those of `definitions` that it does not define itself.
    pub(super) fn new(model: &'m Model, definitions: &'m Model) -> Self {
        let mut graph = Self {
            model,
            nodes: Vec::new(),
            shapes: HashMap::new(),
            forward: Vec::new(),
            backward: Vec::new(),
            selector_steps: Cell::new(MAX_SELECTOR_STEPS),
        };
        for (id, shape) in model.shapes.iter().chain(&definitions.shapes) {
            if !graph.shapes.contains_key(id) {
                graph.shapes.insert(id, graph.nodes.len());
                graph.nodes.push(Node { shape, member: None });
                let members = shape.members.values();
                graph.nodes.extend(members.map(|member| Node { shape, member: Some(member) }));
            }
        }
        graph.forward.resize_with(graph.nodes.len(), Vec::new);
        graph.backward.resize_with(graph.nodes.len(), Vec::new);
        let mut container = 0;
        for index in 0..graph.nodes.len() {
            let Some(node) = graph.node(index) else { break };
            match node.member {
                None => {
                    container = index;
                    graph.shape_edges(index, node.shape);
                }
                Some(member) => {
                    graph.edge(container, Relation::Member, index);
                    graph.edge(index, Relation::MemberContainer, container);
                    graph.link(index, Relation::MemberTarget, &member.target);
                }
            }
            for (id, _) in node.traits().iter() {
                if let Some(definition) = graph.find(id) {
                    graph.edge(index, Relation::Trait, definition);
                }
            }
        }
        graph
    }

    fn shape_edges(&mut self, index: Index, shape: &'m Shape) {
        let links = &shape.links;
        for link in &shape.mixins {
            self.link(index, Relation::Mixin, link);
        }
        match shape.kind {
            Kind::Operation => {
                // That an input or output is `Unit` says that there is none.
                let unit = ShapeId::new("smithy.api", "Unit");
                for (relation, link) in
                    [(Relation::Input, &links.input), (Relation::Output, &links.output)]
                {
                    if let Some(link) = link.as_ref().filter(|link| link.id != unit) {
                        self.link(index, relation, link);
                    }
                }
            }
            Kind::Service | Kind::Resource => {
                for link in &links.operations {
                    self.bind(index, Relation::Operation, link);
                    if shape.kind == Kind::Resource {
                        self.link(index, Relation::InstanceOperation, link);
                    }
                }
                for link in &links.collection_operations {
                    self.bind(index, Relation::Operation, link);
                    self.link(index, Relation::CollectionOperation, link);
                }
                for (lifecycle, link) in &links.lifecycle {
                    self.bind(index, Relation::Operation, link);
                    self.link(index, Relation::of(*lifecycle), link);
                    let kind = match lifecycle {
                        Lifecycle::Create | Lifecycle::List => Relation::CollectionOperation,
                        _ => Relation::InstanceOperation,
                    };
                    self.link(index, kind, link);
                }
                for link in &links.resources {
                    self.bind(index, Relation::Resource, link);
                }
            }
            _ => {}
        }
        for link in &links.errors {
            self.link(index, Relation::Error, link);
        }
        for (_, link) in &links.identifiers {
            self.link(index, Relation::Identifier, link);
        }
        for (_, link) in &links.properties {
            self.link(index, Relation::Property, link);
        }
    }

    fn bind(&mut self, from: Index, relation: Relation, link: &Link) {
        self.link(from, relation, link);
        if let Some(to) = self.shape(&link.id) {
            self.edge(to, Relation::Bound, from);
        }
    }

    /// What leads nowhere has been reported.
    fn link(&mut self, from: Index, relation: Relation, link: &Link) {
        if let Some(to) = self.shape(&link.id) {
            self.edge(from, relation, to);
        }
    }

    fn edge(&mut self, from: Index, relation: Relation, to: Index) {
        if let Some(edges) = self.forward.get_mut(from) {
            edges.push(Edge { relation, other: to });
        }
        if let Some(edges) = self.backward.get_mut(to) {
            edges.push(Edge { relation, other: from });
        }
    }

    pub(super) fn node(&self, index: Index) -> Option<Node<'m>> {
        self.nodes.get(index).copied()
    }

    /// All nodes.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (Index, Node<'m>)> + '_ {
        self.nodes.iter().copied().enumerate()
    }

    /// The nodes that the model's author wrote.
    pub(super) fn own(&self) -> impl Iterator<Item = (Index, Node<'m>)> + '_ {
        self.nodes().filter(|(_, node)| node.is_own())
    }

    /// The shapes of this kind that the model's author wrote.
    pub(super) fn own_of(&self, kind: Kind) -> impl Iterator<Item = (Index, &'m Shape)> + '_ {
        self.own().filter(move |(_, node)| node.is(kind)).map(|(index, node)| (index, node.shape))
    }

    /// The node of a shape.
    pub(super) fn shape(&self, id: &ShapeId) -> Option<Index> {
        self.shapes.get(id).copied()
    }

    /// What a member or link targets.
    pub(super) fn target(&self, link: &Link) -> Option<&'m Shape> {
        self.node(self.shape(&link.id)?).map(|node| node.shape)
    }

    /// The node of this absolute id, of a member too.
    pub(super) fn find(&self, id: &str) -> Option<Index> {
        let (shape, member) = match id.split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (id, None),
        };
        let (namespace, name) = shape.split_once('#')?;
        let index = self.shape(&ShapeId::new(namespace, name))?;
        match member {
            None => Some(index),
            Some(member) => {
                let place = self.node(index)?.shape.members.get_index_of(member)?;
                Some(index + 1 + place)
            }
        }
    }

    /// Where relations lead.
    pub(super) fn from(&self, index: Index) -> &[Edge] {
        self.forward.get(index).map_or(&[], Vec::as_slice)
    }

    /// Where relations come from.
    pub(super) fn to(&self, index: Index) -> &[Edge] {
        self.backward.get(index).map_or(&[], Vec::as_slice)
    }

    /// The input of an operation; `None` for `Unit` and for what is no structure.
    pub(super) fn input(&self, operation: &Shape) -> Option<&'m Shape> {
        self.message(operation.links.input.as_ref())
    }

    /// The output of an operation; `None` for `Unit` and for what is no structure.
    pub(super) fn output(&self, operation: &Shape) -> Option<&'m Shape> {
        self.message(operation.links.output.as_ref())
    }

    /// The errors of an operation, and of the services that bind it.
    pub(super) fn errors(&self, operation: &Shape) -> Vec<&'m Shape> {
        let services = self.shape(&operation.id).map(|index| self.services(index));
        let services = services.into_iter().flatten().filter_map(|index| self.node(index));
        let more: Vec<&Link> = services.flat_map(|node| &node.shape.links.errors).collect();
        let links = operation.links.errors.iter().chain(more);
        links.filter_map(|link| self.target(link)).collect()
    }

    fn message(&self, link: Option<&Link>) -> Option<&'m Shape> {
        let shape = self.target(link?)?;
        let is_unit = prelude_trait(&shape.traits, "unitType").is_some();
        (shape.kind == Kind::Structure && !is_unit).then_some(shape)
    }

    /// A trait of a member, else of what it targets.
    pub(super) fn member_trait(&self, member: &'m Member, name: &str) -> Option<&'m Applied> {
        prelude_trait(&member.traits, name)
            .or_else(|| prelude_trait(&self.target(&member.target)?.traits, name))
    }

    /// The protocols of a service: traits whose definitions have `protocolDefinition`; each with its
    /// definition and what is applied.
    pub(super) fn protocols(&self, service: &'m Shape) -> Vec<(&'m Shape, &'m Applied)> {
        self.marked(&service.traits, "protocolDefinition")
    }

    /// The traits whose definitions have the trait `mark` of the prelude.
    pub(super) fn marked(&self, traits: &'m Traits, mark: &str) -> Vec<(&'m Shape, &'m Applied)> {
        let found = traits.iter().filter_map(|(id, applied)| {
            let definition = self.node(self.find(id)?)?.shape;
            prelude_trait(&definition.traits, mark)?;
            Some((definition, applied))
        });
        found.collect()
    }
}

/// Whether the definition of a protocol says that it has a meaning for this trait.
pub(super) fn knows(protocol: &Shape, id: &str) -> bool {
    let made = prelude_trait(&protocol.traits, "protocolDefinition");
    let traits = made.and_then(|made| made.value().get("traits")).and_then(Value::as_array);
    traits.unwrap_or_default().iter().any(|known| known.as_str() == Some(id))
}

/// A string in a trait's value.
pub(super) fn text<'v>(applied: &'v Applied, name: &str) -> Option<&'v str> {
    applied.value().get(name).and_then(Value::as_str)
}
