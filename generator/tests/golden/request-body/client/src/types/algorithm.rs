use farrier_runtime::codec::{Encode, Writer};
use std::fmt;

/// `Algorithm`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Algorithm {
    /// `CRC32`.
    Crc32,
    /// `SHA256`.
    Sha256,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Algorithm {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["CRC32", "SHA256"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Sha256 => "SHA256",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "CRC32" => Self::Crc32,
            "SHA256" => Self::Sha256,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Algorithm {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Algorithm {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
