use farrier_runtime::codec::{Decode, Halt, Reader};
use std::fmt;

/// Why the latest change of a function is where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A value that this crate does not know.
    Unknown(String),
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
            Self::Unknown(value) => value,
        }
    }

    /// The one that travels as `value`.
    pub fn from_value(value: &str) -> Self {
        match value {
            "EniLimitExceeded" => Self::EniLimitExceeded,
            "InsufficientRolePermissions" => Self::InsufficientRolePermissions,
            "InvalidConfiguration" => Self::InvalidConfiguration,
            "InternalError" => Self::InternalError,
            "SubnetOutOfIPAddresses" => Self::SubnetOutOfIpAddresses,
            "InvalidSubnet" => Self::InvalidSubnet,
            "InvalidSecurityGroup" => Self::InvalidSecurityGroup,
            "ImageDeleted" => Self::ImageDeleted,
            "ImageAccessDenied" => Self::ImageAccessDenied,
            "InvalidImage" => Self::InvalidImage,
            "KMSKeyAccessDenied" => Self::KmsKeyAccessDenied,
            "KMSKeyNotFound" => Self::KmsKeyNotFound,
            "InvalidStateKMSKey" => Self::InvalidStateKmsKey,
            "DisabledKMSKey" => Self::DisabledKmsKey,
            "EFSIOError" => Self::EfsioError,
            "EFSMountConnectivityError" => Self::EfsMountConnectivityError,
            "EFSMountFailure" => Self::EfsMountFailure,
            "EFSMountTimeout" => Self::EfsMountTimeout,
            "InvalidRuntime" => Self::InvalidRuntime,
            "InvalidZipFileException" => Self::InvalidZipFileException,
            "FunctionError" => Self::FunctionError,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for LastUpdateStatusReasonCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&str> for LastUpdateStatusReasonCode {
    fn from(value: &str) -> Self {
        Self::from_value(value)
    }
}

impl Decode for LastUpdateStatusReasonCode {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(Self::from_value)
    }
}
