use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// The form that a function's code comes in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum PackageType {
    /// A ZIP archive.
    Zip,
    /// A container image.
    Image,
    /// A value that this crate does not know.
    Unknown(String),
}

impl PackageType {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["Zip", "Image"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Zip => "Zip",
            Self::Image => "Image",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "Zip" => Self::Zip,
            "Image" => Self::Image,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for PackageType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for PackageType {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for PackageType {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for PackageType {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
