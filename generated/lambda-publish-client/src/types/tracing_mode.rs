use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// Which invocations X-Ray traces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum TracingMode {
    /// `Active`.
    Active,
    /// `PassThrough`.
    PassThrough,
    /// A value that this crate does not know.
    Unknown(String),
}

impl TracingMode {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["Active", "PassThrough"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "Active",
            Self::PassThrough => "PassThrough",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "Active" => Self::Active,
            "PassThrough" => Self::PassThrough,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for TracingMode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for TracingMode {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for TracingMode {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
