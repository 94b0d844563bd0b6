use crate::types::{ResultValue, VecValue};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Option`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OptionValue {
    /// `some`.
    pub some: Option<ResultValue>,
    /// `none`.
    pub none: Option<VecValue>,
}

static OPTION_VALUE: Structure = Structure::new(
    "OptionValue",
    &[Member::new("some"), Member::new("none")],
);

impl Decode for OptionValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&OPTION_VALUE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.some = members.value()?,
                1 => value.none = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
