use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// The form that a function's code comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum PackageType {
    /// `Zip`.
    Zip,
    /// `Image`.
    Image,
}

impl PackageType {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["Zip", "Image"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Zip => "Zip",
            Self::Image => "Image",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "Zip" => Some(Self::Zip),
            "Image" => Some(Self::Image),
            _ => None,
        }
    }
}

impl fmt::Display for PackageType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for PackageType {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for PackageType {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
