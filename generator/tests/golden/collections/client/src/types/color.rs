use farrier_runtime::codec::{Decode, Encode, Halt, MapKey, Reader, Writer};
use std::fmt;

/// `Color`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Color {
    /// `RED`.
    Red,
    /// `GREEN`.
    Green,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Color {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["RED", "GREEN"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "RED",
            Self::Green => "GREEN",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "RED" => Self::Red,
            "GREEN" => Self::Green,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Color {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Color {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Color {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}

impl MapKey for Color {
    fn from_key(text: String) -> Option<Self> {
        Some(Self::from_value(&text))
    }

    fn as_key(&self) -> &str {
        self.as_str()
    }
}
