use crate::types::{Client, HaltValue};
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Vec`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct VecValue {
    /// `member`.
    pub member: Option<Client>,
    /// `required`.
    pub required: Option<HaltValue>,
}

impl VecValue {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`member`](Self::member).
    #[must_use]
    pub fn with_member(mut self, member: Client) -> Self {
        self.member = Some(member);
        self
    }

    /// Sets [`required`](Self::required).
    #[must_use]
    pub fn with_required(mut self, required: HaltValue) -> Self {
        self.required = Some(required);
        self
    }
}

static VEC_VALUE: Structure = Structure::new(
    "VecValue",
    &[Member::new("member"), Member::new("required")],
);

impl Encode for VecValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VEC_VALUE);
        members.optional(0, &self.member);
        members.optional(1, &self.required);
        members.end();
    }
}

impl Decode for VecValue {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&VEC_VALUE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.member = members.value()?,
                1 => value.required = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
