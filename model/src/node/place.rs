//! A [`Node`] together with the way to it.

use super::Node;
use crate::source::{Origin, SourceId};
use std::rc::Rc;

/// A node and where it is. Cheap to copy; the pointer is written out only when an [`Origin`] is
/// asked for.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    /// What is there.
    pub(crate) node: &'a Node,
    source: SourceId,
    path: Option<Rc<Step<'a>>>,
}

#[derive(Debug)]
struct Step<'a> {
    parent: Option<Rc<Step<'a>>>,
    name: Name<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Name<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// A whole document.
    pub(crate) fn root(node: &'a Node, source: SourceId) -> Self {
        Self { node, source, path: None }
    }

    /// The member of this name, if this is an object and has one.
    pub(crate) fn get(&self, name: &str) -> Option<Place<'a>> {
        let (key, node) = self.node.as_object()?.get_key_value(name)?;
        Some(self.child(Name::Key(key), node))
    }

    /// The members, if this is an object; else nothing.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'a str, Place<'a>)> + use<'a> {
        let this = self.clone();
        let members = self.node.as_object().into_iter().flatten();
        members.map(move |(key, node)| (key.as_str(), this.child(Name::Key(key), node)))
    }

    /// The items, if this is an array; else nothing.
    pub(crate) fn items(&self) -> impl Iterator<Item = Place<'a>> + use<'a> {
        let this = self.clone();
        let items = self.node.as_array().into_iter().flatten().enumerate();
        items.map(move |(index, node)| this.child(Name::Index(index), node))
    }

    /// Where the value is.
    pub(crate) fn origin(&self) -> Origin {
        Origin::pointer(self.source, self.pointer())
    }

    /// Where the key of the value is, if it has one.
    pub(crate) fn key_origin(&self) -> Origin {
        match self.path.as_deref() {
            Some(Step { name: Name::Key(_), .. }) => Origin::key(self.source, self.pointer()),
            _ => self.origin(),
        }
    }

    /// The RFC 6901 pointer to the value: `/paths/~1pets/get`.
    pub(crate) fn pointer(&self) -> String {
        let mut names = Vec::new();
        let mut next = self.path.as_deref();
        while let Some(step) = next {
            names.push(step.name);
            next = step.parent.as_deref();
        }
        let mut pointer = String::new();
        for name in names.into_iter().rev() {
            match name {
                Name::Key(key) => push_step(&mut pointer, key),
                Name::Index(index) => push_step(&mut pointer, &index.to_string()),
            }
        }
        pointer
    }

    fn child(&self, name: Name<'a>, node: &'a Node) -> Place<'a> {
        let path = Some(Rc::new(Step { parent: self.path.clone(), name }));
        Place { node, source: self.source, path }
    }
}

/// Appends one step to an RFC 6901 pointer.
pub(super) fn push_step(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
