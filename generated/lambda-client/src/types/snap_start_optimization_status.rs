use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// Whether a version starts from a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum SnapStartOptimizationStatus {
    /// It does.
    On,
    /// It does not: it has no snapshot, or it is the working copy.
    Off,
    /// A value that this crate does not know.
    Unknown(String),
}

impl SnapStartOptimizationStatus {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["On", "Off"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "On",
            Self::Off => "Off",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "On" => Self::On,
            "Off" => Self::Off,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for SnapStartOptimizationStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for SnapStartOptimizationStatus {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for SnapStartOptimizationStatus {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
