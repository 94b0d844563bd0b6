use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `PetToysItem`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PetToysItem {
    /// `color`.
    pub color: Option<String>,
}

impl PetToysItem {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`color`](Self::color).
    #[must_use]
    pub fn with_color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }
}

static PET_TOYS_ITEM: Structure = Structure::new("PetToysItem", &[Member::new("color")]);

impl Encode for PetToysItem {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PET_TOYS_ITEM);
        members.optional(0, &self.color);
        members.end();
    }
}

impl Decode for PetToysItem {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PET_TOYS_ITEM)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.color = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
