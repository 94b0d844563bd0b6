use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// The limits that make Lambda turn requests away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum ThrottleReason {
    /// `ConcurrentInvocationLimitExceeded`.
    ConcurrentInvocationLimitExceeded,
    /// `FunctionInvocationRateLimitExceeded`.
    FunctionInvocationRateLimitExceeded,
    /// `ReservedFunctionConcurrentInvocationLimitExceeded`.
    ReservedFunctionConcurrentInvocationLimitExceeded,
    /// `ReservedFunctionInvocationRateLimitExceeded`.
    ReservedFunctionInvocationRateLimitExceeded,
    /// `CallerRateLimitExceeded`.
    CallerRateLimitExceeded,
    /// `ConcurrentSnapshotCreateLimitExceeded`.
    ConcurrentSnapshotCreateLimitExceeded,
    /// A value that this crate does not know.
    Unknown(String),
}

impl ThrottleReason {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "ConcurrentInvocationLimitExceeded",
        "FunctionInvocationRateLimitExceeded",
        "ReservedFunctionConcurrentInvocationLimitExceeded",
        "ReservedFunctionInvocationRateLimitExceeded",
        "CallerRateLimitExceeded",
        "ConcurrentSnapshotCreateLimitExceeded",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::ConcurrentInvocationLimitExceeded => {
                "ConcurrentInvocationLimitExceeded"
            }
            Self::FunctionInvocationRateLimitExceeded => {
                "FunctionInvocationRateLimitExceeded"
            }
            Self::ReservedFunctionConcurrentInvocationLimitExceeded => {
                "ReservedFunctionConcurrentInvocationLimitExceeded"
            }
            Self::ReservedFunctionInvocationRateLimitExceeded => {
                "ReservedFunctionInvocationRateLimitExceeded"
            }
            Self::CallerRateLimitExceeded => "CallerRateLimitExceeded",
            Self::ConcurrentSnapshotCreateLimitExceeded => {
                "ConcurrentSnapshotCreateLimitExceeded"
            }
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "ConcurrentInvocationLimitExceeded" => {
                Self::ConcurrentInvocationLimitExceeded
            }
            "FunctionInvocationRateLimitExceeded" => {
                Self::FunctionInvocationRateLimitExceeded
            }
            "ReservedFunctionConcurrentInvocationLimitExceeded" => {
                Self::ReservedFunctionConcurrentInvocationLimitExceeded
            }
            "ReservedFunctionInvocationRateLimitExceeded" => {
                Self::ReservedFunctionInvocationRateLimitExceeded
            }
            "CallerRateLimitExceeded" => Self::CallerRateLimitExceeded,
            "ConcurrentSnapshotCreateLimitExceeded" => {
                Self::ConcurrentSnapshotCreateLimitExceeded
            }
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ThrottleReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for ThrottleReason {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for ThrottleReason {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
