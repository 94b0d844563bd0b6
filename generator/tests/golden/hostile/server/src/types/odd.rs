use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// `Odd`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Odd {
    /// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
    A,
    /// `\u{202e}`.
    B,
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
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}" => {
                Some(Self::A)
            }
            "\u{202e}" => Some(Self::B),
            _ => None,
        }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Odd {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Odd {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
