use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// `Letter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Letter {
    /// `A`.
    A,
    /// `B`.
    B,
}

impl Letter {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["A", "B"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "A" => Some(Self::A),
            "B" => Some(Self::B),
            _ => None,
        }
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Letter {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Letter {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
