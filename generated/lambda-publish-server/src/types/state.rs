use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// Whether a function can be invoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum State {
    /// `Pending`.
    Pending,
    /// `Active`.
    Active,
    /// `Inactive`.
    Inactive,
    /// `Failed`.
    Failed,
}

impl State {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "Pending",
        "Active",
        "Inactive",
        "Failed",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "Pending",
            Self::Active => "Active",
            Self::Inactive => "Inactive",
            Self::Failed => "Failed",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "Pending" => Some(Self::Pending),
            "Active" => Some(Self::Active),
            "Inactive" => Some(Self::Inactive),
            "Failed" => Some(Self::Failed),
            _ => None,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for State {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for State {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
