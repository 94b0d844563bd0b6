use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// `Odd`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Odd {
    /// `Unknown`.
    Unknown,
    /// `unknown`.
    UnknownValue,
    /// `UNKNOWN`.
    Unknown2,
    /// `self`.
    SelfValue,
    /// `type`.
    Type,
    /// ` `.
    Blank,
    /// `2`.
    V2,
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
            Self::Unknown => "Unknown",
            Self::UnknownValue => "unknown",
            Self::Unknown2 => "UNKNOWN",
            Self::SelfValue => "self",
            Self::Type => "type",
            Self::Blank => " ",
            Self::V2 => "2",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "Unknown" => Some(Self::Unknown),
            "unknown" => Some(Self::UnknownValue),
            "UNKNOWN" => Some(Self::Unknown2),
            "self" => Some(Self::SelfValue),
            "type" => Some(Self::Type),
            " " => Some(Self::Blank),
            "2" => Some(Self::V2),
            _ => None,
        }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Odd {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Odd {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
