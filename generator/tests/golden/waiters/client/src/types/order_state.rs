use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// `OrderState`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum OrderState {
    /// `SHIPPED`.
    Shipped,
    /// `LOST`.
    Lost,
    /// A value that this crate does not know.
    Unknown(String),
}

impl OrderState {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["SHIPPED", "LOST"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shipped => "SHIPPED",
            Self::Lost => "LOST",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "SHIPPED" => Self::Shipped,
            "LOST" => Self::Lost,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for OrderState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for OrderState {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for OrderState {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
