use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// What snapshots are taken of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum SnapStartApplyOn {
    /// Every version, as it is published.
    PublishedVersions,
    /// Nothing.
    None,
    /// A value that this crate does not know.
    Unknown(String),
}

impl SnapStartApplyOn {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["PublishedVersions", "None"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::PublishedVersions => "PublishedVersions",
            Self::None => "None",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "PublishedVersions" => Self::PublishedVersions,
            "None" => Self::None,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for SnapStartApplyOn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for SnapStartApplyOn {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for SnapStartApplyOn {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for SnapStartApplyOn {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
