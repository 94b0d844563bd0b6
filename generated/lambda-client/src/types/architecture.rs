use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// The instruction set that code is built for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Architecture {
    /// 64-bit x86.
    X86_64,
    /// 64-bit Arm: AWS's Graviton processors.
    Arm64,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Architecture {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &["x86_64", "arm64"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::X86_64 => "x86_64",
            Self::Arm64 => "arm64",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "x86_64" => Self::X86_64,
            "arm64" => Self::Arm64,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Architecture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Architecture {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Architecture {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Architecture {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
