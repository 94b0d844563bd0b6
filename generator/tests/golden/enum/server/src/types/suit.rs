use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// What is on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Suit {
    /// Black.
    Clubs,
    /// Red.
    ///
    /// **Deprecated:** use hearts
    Diamonds,
    /// `hidden`.
    Hidden,
}

impl Suit {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["clubs", "diamonds", "hidden"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Clubs => "clubs",
            Self::Diamonds => "diamonds",
            Self::Hidden => "hidden",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "clubs" => Some(Self::Clubs),
            "diamonds" => Some(Self::Diamonds),
            "hidden" => Some(Self::Hidden),
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
        reader.enumerated(&["clubs", "diamonds"], Self::from_value)
    }
}
