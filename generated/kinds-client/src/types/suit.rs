use farrier_runtime::codec::{Decode, Encode, Halt, MapKey, Reader, Writer};
use std::fmt;

/// `Suit`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Suit {
    /// `club`.
    Club,
    /// `a diamond, "cut"`.
    Diamond,
    /// `♥`.
    Heart,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Suit {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["club", "a diamond, \"cut\"", "♥"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Club => "club",
            Self::Diamond => "a diamond, \"cut\"",
            Self::Heart => "♥",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "club" => Self::Club,
            "a diamond, \"cut\"" => Self::Diamond,
            "♥" => Self::Heart,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Suit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Suit {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Suit {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Suit {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}

impl MapKey for Suit {
    fn from_key(text: String) -> Option<Self> {
        Some(Self::from_value(&text))
    }

    fn as_key(&self) -> &str {
        self.as_str()
    }
}
