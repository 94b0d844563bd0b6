use crate::types::Choice;
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};
use std::collections::BTreeMap;

/// A shape that holds itself in every way.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Tree {
    /// `name`.
    pub name: Option<String>,
    /// `left`.
    pub left: Option<Box<Tree>>,
    /// `children`.
    pub children: Option<Vec<Tree>>,
    /// `named`.
    pub named: Option<BTreeMap<String, Tree>>,
    /// `choice`.
    pub choice: Option<Box<Choice>>,
}

impl Tree {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`left`](Self::left).
    #[must_use]
    pub fn with_left(mut self, left: Tree) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    /// Sets [`children`](Self::children).
    #[must_use]
    pub fn with_children(mut self, children: impl IntoIterator<Item = Tree>) -> Self {
        self.children = Some(children.into_iter().collect());
        self
    }

    /// Sets [`named`](Self::named).
    #[must_use]
    pub fn with_named(
        mut self,
        named: impl IntoIterator<Item = (impl Into<String>, Tree)>,
    ) -> Self {
        self.named = Some(
            named.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`choice`](Self::choice).
    #[must_use]
    pub fn with_choice(mut self, choice: Choice) -> Self {
        self.choice = Some(Box::new(choice));
        self
    }
}

static TREE: Structure = Structure::new(
    "Tree",
    &[
        Member::new("name"),
        Member::new("left"),
        Member::new("children"),
        Member::new("named"),
        Member::new("choice"),
    ],
);

impl Encode for Tree {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TREE);
        members.optional(0, &self.name);
        members.optional(1, &self.left);
        members.optional(2, &self.children);
        members.optional(3, &self.named);
        members.optional(4, &self.choice);
        members.end();
    }
}

impl Decode for Tree {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TREE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.name = members.value()?,
                1 => value.left = members.value()?,
                2 => value.children = members.value()?,
                3 => value.named = members.value()?,
                4 => value.choice = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
