use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// The size of a function's `/tmp`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EphemeralStorage {
    /// How many MB, 512 to 10,240.
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
    &[Member::new("Size")],
);

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
            size: size.unwrap_or_else(Correct::corrected),
        })
    }
}
