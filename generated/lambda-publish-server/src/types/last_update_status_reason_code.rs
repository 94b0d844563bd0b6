use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// Why the latest change of a function is where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum LastUpdateStatusReasonCode {
    /// `EniLimitExceeded`.
    EniLimitExceeded,
    /// `InsufficientRolePermissions`.
    InsufficientRolePermissions,
    /// `InvalidConfiguration`.
    InvalidConfiguration,
    /// `InternalError`.
    InternalError,
    /// `SubnetOutOfIPAddresses`.
    SubnetOutOfIpAddresses,
    /// `InvalidSubnet`.
    InvalidSubnet,
    /// `InvalidSecurityGroup`.
    InvalidSecurityGroup,
    /// `ImageDeleted`.
    ImageDeleted,
    /// `ImageAccessDenied`.
    ImageAccessDenied,
    /// `InvalidImage`.
    InvalidImage,
    /// `KMSKeyAccessDenied`.
    KmsKeyAccessDenied,
    /// `KMSKeyNotFound`.
    KmsKeyNotFound,
    /// `InvalidStateKMSKey`.
    InvalidStateKmsKey,
    /// `DisabledKMSKey`.
    DisabledKmsKey,
    /// `EFSIOError`.
    EfsioError,
    /// `EFSMountConnectivityError`.
    EfsMountConnectivityError,
    /// `EFSMountFailure`.
    EfsMountFailure,
    /// `EFSMountTimeout`.
    EfsMountTimeout,
    /// `InvalidRuntime`.
    InvalidRuntime,
    /// `InvalidZipFileException`.
    InvalidZipFileException,
    /// `FunctionError`.
    FunctionError,
}

impl LastUpdateStatusReasonCode {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "EniLimitExceeded",
        "InsufficientRolePermissions",
        "InvalidConfiguration",
        "InternalError",
        "SubnetOutOfIPAddresses",
        "InvalidSubnet",
        "InvalidSecurityGroup",
        "ImageDeleted",
        "ImageAccessDenied",
        "InvalidImage",
        "KMSKeyAccessDenied",
        "KMSKeyNotFound",
        "InvalidStateKMSKey",
        "DisabledKMSKey",
        "EFSIOError",
        "EFSMountConnectivityError",
        "EFSMountFailure",
        "EFSMountTimeout",
        "InvalidRuntime",
        "InvalidZipFileException",
        "FunctionError",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::EniLimitExceeded => "EniLimitExceeded",
            Self::InsufficientRolePermissions => "InsufficientRolePermissions",
            Self::InvalidConfiguration => "InvalidConfiguration",
            Self::InternalError => "InternalError",
            Self::SubnetOutOfIpAddresses => "SubnetOutOfIPAddresses",
            Self::InvalidSubnet => "InvalidSubnet",
            Self::InvalidSecurityGroup => "InvalidSecurityGroup",
            Self::ImageDeleted => "ImageDeleted",
            Self::ImageAccessDenied => "ImageAccessDenied",
            Self::InvalidImage => "InvalidImage",
            Self::KmsKeyAccessDenied => "KMSKeyAccessDenied",
            Self::KmsKeyNotFound => "KMSKeyNotFound",
            Self::InvalidStateKmsKey => "InvalidStateKMSKey",
            Self::DisabledKmsKey => "DisabledKMSKey",
            Self::EfsioError => "EFSIOError",
            Self::EfsMountConnectivityError => "EFSMountConnectivityError",
            Self::EfsMountFailure => "EFSMountFailure",
            Self::EfsMountTimeout => "EFSMountTimeout",
            Self::InvalidRuntime => "InvalidRuntime",
            Self::InvalidZipFileException => "InvalidZipFileException",
            Self::FunctionError => "FunctionError",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "EniLimitExceeded" => Some(Self::EniLimitExceeded),
            "InsufficientRolePermissions" => Some(Self::InsufficientRolePermissions),
            "InvalidConfiguration" => Some(Self::InvalidConfiguration),
            "InternalError" => Some(Self::InternalError),
            "SubnetOutOfIPAddresses" => Some(Self::SubnetOutOfIpAddresses),
            "InvalidSubnet" => Some(Self::InvalidSubnet),
            "InvalidSecurityGroup" => Some(Self::InvalidSecurityGroup),
            "ImageDeleted" => Some(Self::ImageDeleted),
            "ImageAccessDenied" => Some(Self::ImageAccessDenied),
            "InvalidImage" => Some(Self::InvalidImage),
            "KMSKeyAccessDenied" => Some(Self::KmsKeyAccessDenied),
            "KMSKeyNotFound" => Some(Self::KmsKeyNotFound),
            "InvalidStateKMSKey" => Some(Self::InvalidStateKmsKey),
            "DisabledKMSKey" => Some(Self::DisabledKmsKey),
            "EFSIOError" => Some(Self::EfsioError),
            "EFSMountConnectivityError" => Some(Self::EfsMountConnectivityError),
            "EFSMountFailure" => Some(Self::EfsMountFailure),
            "EFSMountTimeout" => Some(Self::EfsMountTimeout),
            "InvalidRuntime" => Some(Self::InvalidRuntime),
            "InvalidZipFileException" => Some(Self::InvalidZipFileException),
            "FunctionError" => Some(Self::FunctionError),
            _ => None,
        }
    }
}

impl fmt::Display for LastUpdateStatusReasonCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for LastUpdateStatusReasonCode {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for LastUpdateStatusReasonCode {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
