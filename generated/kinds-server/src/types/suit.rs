use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, MapKey, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// `Suit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Suit {
    /// `club`.
    Club,
    /// `a diamond, "cut"`.
    Diamond,
    /// `♥`.
    Heart,
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
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "club" => Some(Self::Club),
            "a diamond, \"cut\"" => Some(Self::Diamond),
            "♥" => Some(Self::Heart),
            _ => None,
        }
    }
}

impl fmt::Display for Suit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Suit {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Suit {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Suit {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}

impl MapKey for Suit {
    fn from_key(text: String) -> Option<Self> {
        Self::from_value(&text)
    }

    fn as_key(&self) -> &str {
        self.as_str()
    }

    fn shown() -> &'static [&'static str] {
        Self::VALUES
    }
}
