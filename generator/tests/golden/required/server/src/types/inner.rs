use crate::types::Outer;
use farrier_runtime::codec;
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Inner`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Inner {
    /// `list`.
    pub list: Vec<String>,
    /// `again`.
    pub again: Outer,
}

impl Inner {
    /// One with all that it needs.
    pub fn new(list: impl IntoIterator<Item = impl Into<String>>, again: Outer) -> Self {
        Self {
            list: list.into_iter().map(Into::into).collect(),
            again,
        }
    }
}

static INNER: Structure = Structure::new(
    "Inner",
    &[Member::new("list").required(), Member::new("again").required()],
);

impl Encode for Inner {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&INNER);
        members.member(0, &self.list);
        members.member(1, &self.again);
        members.end();
    }
}

impl Decode for Inner {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&INNER)?;
        let mut list = None;
        let mut again = None;
        while let Some(member) = members.next()? {
            match member {
                0 => list = members.value()?,
                1 => again = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            list: codec::required(list)?,
            again: codec::required(again)?,
        })
    }
}
