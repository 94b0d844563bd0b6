use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;
use std::str::FromStr;

/// `Algorithm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Algorithm {
    /// `CRC32`.
    Crc32,
    /// `SHA256`.
    Sha256,
}

impl Algorithm {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["CRC32", "SHA256"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Sha256 => "SHA256",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "CRC32" => Some(Self::Crc32),
            "SHA256" => Some(Self::Sha256),
            _ => None,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Algorithm {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Decode for Algorithm {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
