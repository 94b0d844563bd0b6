use farrier_runtime::codec::{Encode, Writer};

/// `One`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum One {
    /// `1`.
    One,
}

impl One {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [i32] = &[1];

    /// The value as it travels.
    pub fn value(&self) -> i32 {
        match self {
            Self::One => 1,
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: i32) -> Option<Self> {
        match value {
            1 => Some(Self::One),
            _ => None,
        }
    }
}

impl Encode for One {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.integer(i64::from(self.value()));
    }
}
