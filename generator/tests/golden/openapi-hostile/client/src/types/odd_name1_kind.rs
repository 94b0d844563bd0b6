use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// `Odd.Name-1Kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum OddName1Kind {
    /// `"#`.
    QuoteHash,
    /// `*/`.
    AsteriskSlash,
    /// `{}`.
    LeftBraceRightBrace,
    /// `\u{202e}`.
    U202e,
    /// (the empty string).
    Empty,
    /// A value that this crate does not know.
    Unknown(String),
}

impl OddName1Kind {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["\"#", "*/", "{}", "\u{202e}", ""];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::QuoteHash => "\"#",
            Self::AsteriskSlash => "*/",
            Self::LeftBraceRightBrace => "{}",
            Self::U202e => "\u{202e}",
            Self::Empty => "",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "\"#" => Self::QuoteHash,
            "*/" => Self::AsteriskSlash,
            "{}" => Self::LeftBraceRightBrace,
            "\u{202e}" => Self::U202e,
            "" => Self::Empty,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for OddName1Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for OddName1Kind {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for OddName1Kind {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
