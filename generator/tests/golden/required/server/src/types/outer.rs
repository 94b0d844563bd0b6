use farrier_runtime::codec;
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Outer`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Outer {
    /// `count`.
    pub count: i32,
}

impl Outer {
    /// One with all that it needs.
    pub fn new(count: i32) -> Self {
        Self { count }
    }
}

static OUTER: Structure = Structure::new("Outer", &[Member::new("count").required()]);

impl Encode for Outer {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&OUTER);
        members.member(0, &self.count);
        members.end();
    }
}

impl Decode for Outer {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&OUTER)?;
        let mut count = None;
        while let Some(member) = members.next()? {
            match member {
                0 => count = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            count: codec::required(count)?,
        })
    }
}
