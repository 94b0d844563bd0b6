use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Result`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ResultValue {
    /// `ok`.
    pub ok: Option<String>,
}

static RESULT_VALUE: Structure = Structure::new("ResultValue", &[Member::new("ok")]);

impl Decode for ResultValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&RESULT_VALUE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.ok = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
