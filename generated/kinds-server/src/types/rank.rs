use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};

/// `Rank`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Rank {
    /// `1`.
    Ace,
    /// `-1`.
    Joker,
}

impl Rank {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [i32] = &[1, -1];

    /// The value as it travels.
    pub fn value(&self) -> i32 {
        match self {
            Self::Ace => 1,
            Self::Joker => -1,
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: i32) -> Option<Self> {
        match value {
            1 => Some(Self::Ace),
            -1 => Some(Self::Joker),
            _ => None,
        }
    }
}

impl Encode for Rank {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.integer(i64::from(self.value()));
    }
}

impl Decode for Rank {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.integer_enumerated(Self::VALUES, Self::from_value)
    }
}
