use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// `Odd`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Odd {
    /// `Unknown`.
    UnknownValue,
    /// `unknown`.
    UnknownValue2,
    /// `UNKNOWN`.
    UnknownValue3,
    /// `self`.
    SelfValue,
    /// `type`.
    Type,
    /// ` `.
    Blank,
    /// `2`.
    V2,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Odd {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "Unknown",
        "unknown",
        "UNKNOWN",
        "self",
        "type",
        " ",
        "2",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownValue => "Unknown",
            Self::UnknownValue2 => "unknown",
            Self::UnknownValue3 => "UNKNOWN",
            Self::SelfValue => "self",
            Self::Type => "type",
            Self::Blank => " ",
            Self::V2 => "2",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "Unknown" => Self::UnknownValue,
            "unknown" => Self::UnknownValue2,
            "UNKNOWN" => Self::UnknownValue3,
            "self" => Self::SelfValue,
            "type" => Self::Type,
            " " => Self::Blank,
            "2" => Self::V2,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Odd {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Odd {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
