use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// `OrderState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum OrderState {
    /// `SHIPPED`.
    Shipped,
    /// `LOST`.
    Lost,
}

impl OrderState {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["SHIPPED", "LOST"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shipped => "SHIPPED",
            Self::Lost => "LOST",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "SHIPPED" => Some(Self::Shipped),
            "LOST" => Some(Self::Lost),
            _ => None,
        }
    }
}

impl fmt::Display for OrderState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for OrderState {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for OrderState {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
