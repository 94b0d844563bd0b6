use crate::types::Leaf;
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Tree`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Tree {
    /// `left`.
    pub left: Option<Box<Tree>>,
    /// `children`.
    pub children: Option<Vec<Tree>>,
    /// `leaf`.
    pub leaf: Option<Box<Leaf>>,
}

impl Tree {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
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

    /// Sets [`leaf`](Self::leaf).
    #[must_use]
    pub fn with_leaf(mut self, leaf: Leaf) -> Self {
        self.leaf = Some(Box::new(leaf));
        self
    }
}

static TREE: Structure = Structure::new(
    "Tree",
    &[Member::new("left"), Member::new("children"), Member::new("leaf")],
);

impl Encode for Tree {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TREE);
        members.optional(0, &self.left);
        members.optional(1, &self.children);
        members.optional(2, &self.leaf);
        members.end();
    }
}

impl Decode for Tree {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TREE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.left = members.value()?,
                1 => value.children = members.value()?,
                2 => value.leaf = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
