use crate::types::Branch;
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Leaf`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Leaf {
    /// `parent`.
    pub parent: Option<Box<Branch>>,
}

impl Leaf {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`parent`](Self::parent).
    #[must_use]
    pub fn with_parent(mut self, parent: Branch) -> Self {
        self.parent = Some(Box::new(parent));
        self
    }
}

static LEAF: Structure = Structure::new("Leaf", &[Member::new("parent")]);

impl Encode for Leaf {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LEAF);
        members.optional(0, &self.parent);
        members.end();
    }
}

impl Decode for Leaf {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LEAF)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.parent = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
