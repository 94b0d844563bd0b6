use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// How severe Lambda's log lines about a function must be to be kept, least severe first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum SystemLogLevel {
    /// `DEBUG`.
    Debug,
    /// `INFO`.
    Info,
    /// `WARN`.
    Warn,
    /// A value that this crate does not know.
    Unknown(String),
}

impl SystemLogLevel {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["DEBUG", "INFO", "WARN"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Debug => "DEBUG",
            Self::Info => "INFO",
            Self::Warn => "WARN",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "DEBUG" => Self::Debug,
            "INFO" => Self::Info,
            "WARN" => Self::Warn,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for SystemLogLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for SystemLogLevel {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for SystemLogLevel {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
