use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Part`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Part {
    /// `name`.
    pub name: Option<String>,
}

static PART: Structure = Structure::new("Part", &[Member::new("name")]);

impl Decode for Part {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PART)?;
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
