use farrier_runtime::codec::{Correct, Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// What is on a card.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A value that this crate does not know.
    Unknown(String),
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
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "clubs" => Self::Clubs,
            "diamonds" => Self::Diamonds,
            "hidden" => Self::Hidden,
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

impl Correct for Suit {
    fn corrected() -> Self {
        Self::Unknown(String::new())
    }
}
