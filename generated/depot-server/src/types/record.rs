use farrier_runtime::codec;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Record`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Record {
    /// `name`.
    pub name: String,
    /// `value`.
    pub value: Option<f64>,
}

impl Record {
    /// One with what is required, and nothing else.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: None,
        }
    }
}

static RECORD: Structure = Structure::new(
    "Record",
    &[Member::new("name").required(), Member::new("value")],
);

impl Decode for Record {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&RECORD)?;
        let mut name = None;
        let mut value_member = None;
        while let Some(member) = members.next()? {
            match member {
                0 => name = members.value()?,
                1 => value_member = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            name: codec::required(name)?,
            value: value_member,
        })
    }
}
