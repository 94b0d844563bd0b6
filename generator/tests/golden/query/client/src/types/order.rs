use farrier_runtime::codec::{Encode, Writer};
use std::fmt;

/// `Order`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Order {
    /// `newest`.
    Newest,
    /// `oldest`.
    Oldest,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Order {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["newest", "oldest"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "newest" => Self::Newest,
            "oldest" => Self::Oldest,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Order {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Order {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
