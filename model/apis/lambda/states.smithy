$version: "2.0"

namespace com.amazonaws.lambda

/// Whether a function can be invoked.
enum State {
    /// Still being set up; it can be neither invoked nor changed.
    PENDING = "Pending"

    /// Ready.
    ACTIVE = "Active"

    /// Idle for so long that its resources were taken back. The next invocation fails, and brings it
    /// back to `Pending`.
    INACTIVE = "Inactive"

    /// Setting it up went wrong; the reason says how.
    FAILED = "Failed"
}

string StateReason

/// Why a function is in its state.
enum StateReasonCode {
    /// It was not used for a long while.
    IDLE = "Idle"

    /// It is being made.
    CREATING = "Creating"

    /// It was idle, and is being brought back.
    RESTORING = "Restoring"

    /// The account has no network interfaces left in the VPC.
    ENI_LIMIT_EXCEEDED = "EniLimitExceeded"

    /// The role lacks a permission that is needed to set the function up.
    INSUFFICIENT_ROLE_PERMISSIONS = "InsufficientRolePermissions"

    /// The settings do not go together.
    INVALID_CONFIGURATION = "InvalidConfiguration"

    /// Something broke inside Lambda.
    INTERNAL_ERROR = "InternalError"

    /// A subnet has no free addresses.
    SUBNET_OUT_OF_IP_ADDRESSES = "SubnetOutOfIPAddresses"

    /// A subnet does not exist, or cannot be used.
    INVALID_SUBNET = "InvalidSubnet"

    /// A security group does not exist, or cannot be used.
    INVALID_SECURITY_GROUP = "InvalidSecurityGroup"

    /// The image is gone from its repository.
    IMAGE_DELETED = "ImageDeleted"

    /// Lambda may not pull the image.
    IMAGE_ACCESS_DENIED = "ImageAccessDenied"

    /// The image is not one that Lambda can run.
    INVALID_IMAGE = "InvalidImage"

    /// The KMS key may not be used.
    KMS_KEY_ACCESS_DENIED = "KMSKeyAccessDenied"

    /// There is no such KMS key.
    KMS_KEY_NOT_FOUND = "KMSKeyNotFound"

    /// The KMS key is in a state that allows no use.
    INVALID_STATE_KMS_KEY = "InvalidStateKMSKey"

    /// The KMS key is disabled.
    DISABLED_KMS_KEY = "DisabledKMSKey"

    /// Reading from or writing to the file system failed.
    EFS_IO_ERROR = "EFSIOError"

    /// The file system's mount target cannot be reached.
    EFS_MOUNT_CONNECTIVITY_ERROR = "EFSMountConnectivityError"

    /// The file system refused to be mounted.
    EFS_MOUNT_FAILURE = "EFSMountFailure"

    /// Mounting the file system took too long.
    EFS_MOUNT_TIMEOUT = "EFSMountTimeout"

    /// The runtime is unknown, or no longer offered.
    INVALID_RUNTIME = "InvalidRuntime"

    /// The archive cannot be unpacked.
    INVALID_ZIP_FILE_EXCEPTION = "InvalidZipFileException"

    /// The function's own code failed as it was initialised.
    FUNCTION_ERROR = "FunctionError"
}

/// How the latest change of a function is getting on.
enum LastUpdateStatus {
    /// Done: invocations get the changed function.
    SUCCESSFUL = "Successful"

    /// Given up: invocations still get the function as it was.
    FAILED = "Failed"

    /// Under way: invocations still get the function as it was, and no other change may be made.
    IN_PROGRESS = "InProgress"
}

string LastUpdateStatusReason

/// Why the latest change of a function is where it is.
enum LastUpdateStatusReasonCode {
    /// The account has no network interfaces left in the VPC.
    ENI_LIMIT_EXCEEDED = "EniLimitExceeded"

    /// The role lacks a permission that the change needs.
    INSUFFICIENT_ROLE_PERMISSIONS = "InsufficientRolePermissions"

    /// The settings do not go together.
    INVALID_CONFIGURATION = "InvalidConfiguration"

    /// Something broke inside Lambda.
    INTERNAL_ERROR = "InternalError"

    /// A subnet has no free addresses.
    SUBNET_OUT_OF_IP_ADDRESSES = "SubnetOutOfIPAddresses"

    /// A subnet does not exist, or cannot be used.
    INVALID_SUBNET = "InvalidSubnet"

    /// A security group does not exist, or cannot be used.
    INVALID_SECURITY_GROUP = "InvalidSecurityGroup"

    /// The image is gone from its repository.
    IMAGE_DELETED = "ImageDeleted"

    /// Lambda may not pull the image.
    IMAGE_ACCESS_DENIED = "ImageAccessDenied"

    /// The image is not one that Lambda can run.
    INVALID_IMAGE = "InvalidImage"

    /// The KMS key may not be used.
    KMS_KEY_ACCESS_DENIED = "KMSKeyAccessDenied"

    /// There is no such KMS key.
    KMS_KEY_NOT_FOUND = "KMSKeyNotFound"

    /// The KMS key is in a state that allows no use.
    INVALID_STATE_KMS_KEY = "InvalidStateKMSKey"

    /// The KMS key is disabled.
    DISABLED_KMS_KEY = "DisabledKMSKey"

    /// Reading from or writing to the file system failed.
    EFS_IO_ERROR = "EFSIOError"

    /// The file system's mount target cannot be reached.
    EFS_MOUNT_CONNECTIVITY_ERROR = "EFSMountConnectivityError"

    /// The file system refused to be mounted.
    EFS_MOUNT_FAILURE = "EFSMountFailure"

    /// Mounting the file system took too long.
    EFS_MOUNT_TIMEOUT = "EFSMountTimeout"

    /// The runtime is unknown, or no longer offered.
    INVALID_RUNTIME = "InvalidRuntime"

    /// The archive cannot be unpacked.
    INVALID_ZIP_FILE_EXCEPTION = "InvalidZipFileException"

    /// The function's own code failed as it was initialised.
    FUNCTION_ERROR = "FunctionError"
}
