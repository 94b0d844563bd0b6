use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;

/// `Odd`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Odd {
    /// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
    A,
    /// `\u{202e}`.
    B,
    /// A value that this crate does not know.
    Unknown(String),
}

impl Odd {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
        "\u{202e}",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => {
                "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}"
            }
            Self::B => "\u{202e}",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}" => {
                Self::A
            }
            "\u{202e}" => Self::B,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for Odd {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Odd {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
