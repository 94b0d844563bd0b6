use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Encode, Writer};
use std::fmt;
use std::str::FromStr;

/// Why a function is in its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum StateReasonCode {
    /// It was not used for a long while.
    Idle,
    /// It is being made.
    Creating,
    /// It was idle, and is being brought back.
    Restoring,
    /// The account has no network interfaces left in the VPC.
    EniLimitExceeded,
    /// The role lacks a permission that is needed to set the function up.
    InsufficientRolePermissions,
    /// The settings do not go together.
    InvalidConfiguration,
    /// Something broke inside Lambda.
    InternalError,
    /// A subnet has no free addresses.
    SubnetOutOfIpAddresses,
    /// A subnet does not exist, or cannot be used.
    InvalidSubnet,
    /// A security group does not exist, or cannot be used.
    InvalidSecurityGroup,
    /// The image is gone from its repository.
    ImageDeleted,
    /// Lambda may not pull the image.
    ImageAccessDenied,
    /// The image is not one that Lambda can run.
    InvalidImage,
    /// The KMS key may not be used.
    KmsKeyAccessDenied,
    /// There is no such KMS key.
    KmsKeyNotFound,
    /// The KMS key is in a state that allows no use.
    InvalidStateKmsKey,
    /// The KMS key is disabled.
    DisabledKmsKey,
    /// Reading from or writing to the file system failed.
    EfsIoError,
    /// The file system's mount target cannot be reached.
    EfsMountConnectivityError,
    /// The file system refused to be mounted.
    EfsMountFailure,
    /// Mounting the file system took too long.
    EfsMountTimeout,
    /// The runtime is unknown, or no longer offered.
    InvalidRuntime,
    /// The archive cannot be unpacked.
    InvalidZipFileException,
    /// The function's own code failed as it was initialised.
    FunctionError,
}

impl StateReasonCode {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "Idle",
        "Creating",
        "Restoring",
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
            Self::Idle => "Idle",
            Self::Creating => "Creating",
            Self::Restoring => "Restoring",
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
            Self::EfsIoError => "EFSIOError",
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
            "Idle" => Some(Self::Idle),
            "Creating" => Some(Self::Creating),
            "Restoring" => Some(Self::Restoring),
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
            "EFSIOError" => Some(Self::EfsIoError),
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

impl fmt::Display for StateReasonCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for StateReasonCode {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for StateReasonCode {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
