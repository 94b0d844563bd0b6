use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, MapKey, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// `Color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Color {
    /// `RED`.
    Red,
    /// `GREEN`.
    Green,
}

impl Color {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["RED", "GREEN"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "RED",
            Self::Green => "GREEN",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "RED" => Some(Self::Red),
            "GREEN" => Some(Self::Green),
            _ => None,
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Color {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Color {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Color {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}

impl MapKey for Color {
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
