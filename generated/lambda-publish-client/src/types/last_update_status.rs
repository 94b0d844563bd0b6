use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// How the latest change of a function is getting on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum LastUpdateStatus {
    /// `Successful`.
    Successful,
    /// `Failed`.
    Failed,
    /// `InProgress`.
    InProgress,
    /// A value that this crate does not know.
    Unknown(String),
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
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "Successful" => Self::Successful,
            "Failed" => Self::Failed,
            "InProgress" => Self::InProgress,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for LastUpdateStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for LastUpdateStatus {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for LastUpdateStatus {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
