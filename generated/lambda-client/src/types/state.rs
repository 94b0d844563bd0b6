use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// Whether a function can be invoked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum State {
    /// Still being set up; it can be neither invoked nor changed.
    Pending,
    /// Ready.
    Active,
    /// Idle for so long that its resources were taken back. The next invocation fails, and brings it
    /// back to `Pending`.
    Inactive,
    /// Setting it up went wrong; the reason says how.
    Failed,
    /// A value that this crate does not know.
    Unknown(String),
}

impl State {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "Pending",
        "Active",
        "Inactive",
        "Failed",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "Pending",
            Self::Active => "Active",
            Self::Inactive => "Inactive",
            Self::Failed => "Failed",
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "Pending" => Self::Pending,
            "Active" => Self::Active,
            "Inactive" => Self::Inactive,
            "Failed" => Self::Failed,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for State {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for State {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
