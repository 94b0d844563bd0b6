use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// A token in here is the caller's own.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Inner {
    /// `token`.
    pub token: Option<String>,
}

static INNER: Structure = Structure::new("Inner", &[Member::new("token")]);

impl Decode for Inner {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&INNER)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.token = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
