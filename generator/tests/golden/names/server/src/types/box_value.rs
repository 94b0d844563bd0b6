use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Box`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BoxValue {
    /// `box`.
    pub r#box: Option<Box<BoxValue>>,
}

static BOX_VALUE: Structure = Structure::new("BoxValue", &[Member::new("box")]);

impl Decode for BoxValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&BOX_VALUE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.r#box = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
