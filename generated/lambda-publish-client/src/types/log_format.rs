use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// The form of log lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum LogFormat {
    /// `JSON`.
    Json,
    /// `Text`.
    Text,
    /// A value that this crate does not know.
    Unknown(String),
}

impl LogFormat {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["JSON", "Text"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Json => "JSON",
            Self::Text => "Text",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "JSON" => Self::Json,
            "Text" => Self::Text,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for LogFormat {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for LogFormat {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
