use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// `Nested`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Nested {
    /// `nested`.
    pub nested: Vec<Nested>,
    /// `name`.
    pub name: String,
}

impl Nested {
    /// One with all that it needs.
    pub fn new(
        nested: impl IntoIterator<Item = Nested>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            nested: nested.into_iter().collect(),
            name: name.into(),
        }
    }
}

static NESTED: Structure = Structure::new(
    "Nested",
    &[Member::new("nested"), Member::new("name")],
);

impl Decode for Nested {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&NESTED)?;
        let mut nested = None;
        let mut name = None;
        while let Some(member) = members.next()? {
            match member {
                0 => nested = members.value()?,
                1 => name = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            nested: nested.unwrap_or_else(Correct::corrected),
            name: name.unwrap_or_else(Correct::corrected),
        })
    }
}
