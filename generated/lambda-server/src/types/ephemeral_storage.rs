use farrier_runtime::codec;
use farrier_runtime::codec::{
    Bound, Decode, Encode, Halt, Member, Reader, Structure, Writer,
};

/// The size of a function's `/tmp`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EphemeralStorage {
    /// How many MB, 512 to 10,240.
    ///
    /// 512 to 10240.
    pub size: i32,
}

impl EphemeralStorage {
    /// One with all that it needs.
    pub fn new(size: i32) -> Self {
        Self { size }
    }
}

static EPHEMERAL_STORAGE: Structure = Structure::new(
    "EphemeralStorage",
    &[Member::new("Size").required().min(Bound::Integer(512)).max(Bound::Integer(10240))],
);

impl Encode for EphemeralStorage {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&EPHEMERAL_STORAGE);
        members.member(0, &self.size);
        members.end();
    }
}

impl Decode for EphemeralStorage {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&EPHEMERAL_STORAGE)?;
        let mut size = None;
        while let Some(member) = members.next()? {
            match member {
                0 => size = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            size: codec::required(size)?,
        })
    }
}
