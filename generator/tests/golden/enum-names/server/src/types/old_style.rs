use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// `OldStyle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum OldStyle {
    /// `nodejs20.x`.
    Nodejs20X,
    /// `1`.
    V1,
    /// `>=`.
    GreaterThanEquals,
    /// `a b`.
    AB,
    /// `A B`.
    AB2,
}

impl OldStyle {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["nodejs20.x", "1", ">=", "a b", "A B"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nodejs20X => "nodejs20.x",
            Self::V1 => "1",
            Self::GreaterThanEquals => ">=",
            Self::AB => "a b",
            Self::AB2 => "A B",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "nodejs20.x" => Some(Self::Nodejs20X),
            "1" => Some(Self::V1),
            ">=" => Some(Self::GreaterThanEquals),
            "a b" => Some(Self::AB),
            "A B" => Some(Self::AB2),
            _ => None,
        }
    }
}

impl fmt::Display for OldStyle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for OldStyle {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for OldStyle {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for OldStyle {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
