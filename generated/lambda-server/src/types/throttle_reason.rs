use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// The limits that make Lambda turn requests away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum ThrottleReason {
    /// As many invocations are running as the account may have at a time.
    ConcurrentInvocationLimitExceeded,
    /// The account starts more invocations a second than it may.
    FunctionInvocationRateLimitExceeded,
    /// As many invocations are running as are set aside for the function.
    ReservedFunctionConcurrentInvocationLimitExceeded,
    /// The function starts more invocations a second than what is set aside for it admits.
    ReservedFunctionInvocationRateLimitExceeded,
    /// The caller makes more API calls a second than allowed.
    CallerRateLimitExceeded,
    /// Too many SnapStart snapshots are being taken at once.
    ConcurrentSnapshotCreateLimitExceeded,
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
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "ConcurrentInvocationLimitExceeded" => {
                Some(Self::ConcurrentInvocationLimitExceeded)
            }
            "FunctionInvocationRateLimitExceeded" => {
                Some(Self::FunctionInvocationRateLimitExceeded)
            }
            "ReservedFunctionConcurrentInvocationLimitExceeded" => {
                Some(Self::ReservedFunctionConcurrentInvocationLimitExceeded)
            }
            "ReservedFunctionInvocationRateLimitExceeded" => {
                Some(Self::ReservedFunctionInvocationRateLimitExceeded)
            }
            "CallerRateLimitExceeded" => Some(Self::CallerRateLimitExceeded),
            "ConcurrentSnapshotCreateLimitExceeded" => {
                Some(Self::ConcurrentSnapshotCreateLimitExceeded)
            }
            _ => None,
        }
    }
}

impl fmt::Display for ThrottleReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for ThrottleReason {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for ThrottleReason {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
