use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// `Odd.Name-1Kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "\"#" => Some(Self::QuoteHash),
            "*/" => Some(Self::AsteriskSlash),
            "{}" => Some(Self::LeftBraceRightBrace),
            "\u{202e}" => Some(Self::U202e),
            "" => Some(Self::Empty),
            _ => None,
        }
    }
}

impl fmt::Display for OddName1Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for OddName1Kind {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for OddName1Kind {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
