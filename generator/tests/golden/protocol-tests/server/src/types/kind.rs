use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// `Kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Kind {
    /// `small`.
    Small,
}

impl Kind {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["small"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "small" => Some(Self::Small),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Kind {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
