use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// The form of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// Plain text.
    Text,
}

impl LogFormat {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["JSON", "Text"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Json => "JSON",
            Self::Text => "Text",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "JSON" => Some(Self::Json),
            "Text" => Some(Self::Text),
            _ => None,
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for LogFormat {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for LogFormat {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for LogFormat {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
