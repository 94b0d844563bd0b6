use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Item`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Item {
    /// `name`.
    pub name: Option<String>,
}

impl Item {
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
}

static ITEM: Structure = Structure::new("Item", &[Member::new("name")]);

impl Encode for Item {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ITEM);
        members.optional(0, &self.name);
        members.end();
    }
}

impl Decode for Item {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ITEM)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.name = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
