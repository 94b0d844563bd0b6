//! A whole Smithy model: all files merged, every name resolved, mixins and `apply` carried out.

use super::document::{Kind, Lifecycle, Node};
use crate::{
    api::{ShapeId, Value},
    source::Origin,
};
use indexmap::IndexMap;
use std::hash::{Hash, Hasher};

/// All files of a model as one: what [`load`](super::load) gives.
#[derive(Debug, Default)]
pub struct Model {
    /// What `metadata` statements say, by key.
    pub(super) metadata: IndexMap<String, MetadataEntry>,
    /// Every shape, the prelude's included, in the order of the files.
    pub(super) shapes: IndexMap<ShapeId, Shape>,
}

/// What all files say under one key of the metadata.
#[derive(Clone, Debug)]
pub(super) struct MetadataEntry {
    /// The value of each statement; there are several only where all are arrays, which then are one.
    pub(super) nodes: Vec<Node>,
    /// Where the key was first written.
    pub(super) origin: Origin,
}

/// One shape.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Its id.
    pub(super) id: ShapeId,
    /// What it is.
    pub(super) kind: Kind,
    /// The mixins that it names itself, in order; what they give it is among its own below.
    pub(super) mixins: Vec<Link>,
    /// Its traits, those of its mixins included.
    pub(super) traits: Traits,
    /// Its members, those of its mixins first.
    pub(super) members: IndexMap<String, Member>,
    /// What services, resources and operations have besides, that of their mixins included.
    pub(super) links: Links,
    /// [`links`](Self::links) without what only mixins say, if the shape has mixins.
    pub(super) own_links: Option<Box<Links>>,
    /// Where its name was written.
    pub(super) origin: Origin,
}

/// One member.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Its name.
    pub(super) name: String,
    /// What it targets, and where that was written.
    pub(super) target: Link,
    /// Its traits.
    pub(super) traits: Traits,
    /// Whether a mixin has it, even if the shape names it again.
    pub(super) inherited: bool,
    /// Where its name was written.
    pub(super) origin: Origin,
}

/// A shape that another one names.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The shape; there may be none of this id, which then has been reported.
    pub(super) id: ShapeId,
    /// Where it was named.
    pub(super) origin: Origin,
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Link {}

impl Hash for Link {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// What services, resources and operations have besides traits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Links {
    pub(super) version: Option<String>,
    pub(super) operations: Vec<Link>,
    pub(super) collection_operations: Vec<Link>,
    pub(super) resources: Vec<Link>,
    pub(super) errors: Vec<Link>,
    pub(super) rename: Vec<(Link, String)>,
    pub(super) identifiers: Vec<(String, Link)>,
    pub(super) properties: Vec<(String, Link)>,
    pub(super) lifecycle: Vec<(Lifecycle, Link)>,
    pub(super) input: Option<Link>,
    pub(super) output: Option<Link>,
}

/// Traits by their absolute id: `smithy.api#required`.
#[derive(Clone, Debug, Default)]
pub(super) struct Traits(pub(super) IndexMap<String, Applied>);

/// A trait as it is applied.
#[derive(Clone, Debug)]
pub(super) struct Applied {
    /// The value; `{}` (or `[]`) for an annotation.
    pub(super) value: Node,
    /// Whether it is there because a mixin has it.
    pub(super) inherited: bool,
    /// Where the trait was named.
    pub(super) origin: Origin,
}

impl MetadataEntry {
    /// The value; of several arrays, all their items.
    pub(super) fn value(&self) -> Value {
        match self.nodes.as_slice() {
            [node] => node.value.clone(),
            _ => Value::Array(self.items().map(|(item, _)| item.clone()).collect()),
        }
    }

    /// The items of the arrays, each with its place.
    pub(super) fn items(&self) -> impl Iterator<Item = (&Value, Origin)> {
        self.nodes.iter().flat_map(|node| {
            let items = node.value.as_array().unwrap_or_default().iter().enumerate();
            items.map(move |(index, item)| (item, node.origin_at(&format!("/{index}"))))
        })
    }
}

impl Traits {
    /// The trait of this absolute id.
    pub(super) fn get(&self, id: &str) -> Option<&Applied> {
        self.0.get(id)
    }

    /// Whether the trait is applied.
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// All of them by id.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Applied)> {
        self.0.iter().map(|(id, applied)| (id.as_str(), applied))
    }
}

impl Applied {
    /// A trait that the shape or member has itself.
    pub(super) fn new(value: Node, origin: Origin) -> Self {
        Self { value, inherited: false, origin }
    }

    /// The value alone.
    pub(super) fn value(&self) -> &Value {
        &self.value.value
    }
}
