use farrier_runtime::codec::{Decode, Halt, Reader};

/// `One`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum One {
    /// `1`.
    One,
    /// A value that this crate does not know.
    Unknown(i32),
}

impl One {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [i32] = &[1];

    /// The value as it travels.
    pub fn value(&self) -> i32 {
        match self {
            Self::One => 1,
            Self::Unknown(value) => *value,
        }
    }

    /// The one that travels as `value`; always one.
    pub fn from_value(value: i32) -> Option<Self> {
        match value {
            1 => Some(Self::One),
            _ => Some(Self::Unknown(value)),
        }
    }
}

impl Decode for One {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.integer_enumerated(Self::VALUES, Self::from_value)
    }
}
