use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// How the latest change of a function is getting on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum LastUpdateStatus {
    /// `Successful`.
    Successful,
    /// `Failed`.
    Failed,
    /// `InProgress`.
    InProgress,
}

impl LastUpdateStatus {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["Successful", "Failed", "InProgress"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Successful => "Successful",
            Self::Failed => "Failed",
            Self::InProgress => "InProgress",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "Successful" => Some(Self::Successful),
            "Failed" => Some(Self::Failed),
            "InProgress" => Some(Self::InProgress),
            _ => None,
        }
    }
}

impl fmt::Display for LastUpdateStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for LastUpdateStatus {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for LastUpdateStatus {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
