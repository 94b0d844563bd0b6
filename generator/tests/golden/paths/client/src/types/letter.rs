use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// `Letter`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Letter {
    /// `A`.
    A,
    /// `B`.
    B,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Letter {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["A", "B"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "A" => Self::A,
            "B" => Self::B,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Letter {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for Letter {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
