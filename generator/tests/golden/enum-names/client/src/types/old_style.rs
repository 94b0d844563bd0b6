use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// `OldStyle`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A value that this crate does not know.
    Unknown(String),
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
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "nodejs20.x" => Self::Nodejs20X,
            "1" => Self::V1,
            ">=" => Self::GreaterThanEquals,
            "a b" => Self::AB,
            "A B" => Self::AB2,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for OldStyle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for OldStyle {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for OldStyle {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for OldStyle {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
