$version: "2.0"

namespace com.amazonaws.lambda

/// A function or version as it is set up: what the caller asked for, and what Lambda made of it.
structure FunctionConfiguration {
    /// The function's name, without a version.
    FunctionName: NamespacedFunctionName

    /// The function's ARN. A published version's ends in its number.
    FunctionArn: NameSpacedFunctionArn

    /// The language environment; absent if the code is an image.
    Runtime: Runtime

    /// ARN of the IAM role that the function acts as.
    Role: RoleArn

    /// Where the code starts; absent if it is an image.
    Handler: Handler

    /// The size of the archive in bytes.
    CodeSize: Long = 0

    /// A note for people.
    Description: Description

    /// How many seconds one invocation may take.
    Timeout: Timeout

    /// Memory in MB.
    MemorySize: MemorySize

    /// When code or settings last changed: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    LastModified: IsoDateTime

    /// The SHA-256 digest of the archive, in base64.
    CodeSha256: String

    /// Which version this is: `$LATEST` for the working copy, else a number.
    Version: Version

    /// The VPC that the function is connected to.
    VpcConfig: VpcConfigResponse

    /// Where events go whose asynchronous processing failed for good.
    DeadLetterConfig: DeadLetterConfig

    /// Environment variables, or the reason why they cannot be shown.
    Environment: EnvironmentResponse

    /// ARN of the caller's KMS key that protects environment variables, unpacked code and snapshots;
    /// absent if Lambda's own key does.
    KMSKeyArn: KMSKeyArn

    /// Whether X-Ray traces invocations.
    TracingConfig: TracingConfigResponse

    /// ARN of the function that this is a copy of, for copies that Lambda@Edge made.
    MasterArn: FunctionArn

    /// An opaque word that is different after each change. Sent back with a request, it makes sure
    /// that nothing has changed in between.
    RevisionId: String

    /// The layers in use, in the order in which they are unpacked.
    Layers: LayersReferenceList

    /// Whether the function can be invoked.
    State: State

    /// Why it is in that state, in words.
    StateReason: StateReason

    /// Why it is in that state, for programs.
    StateReasonCode: StateReasonCode

    /// How the latest change is getting on.
    LastUpdateStatus: LastUpdateStatus

    /// Why the latest change is where it is, in words.
    LastUpdateStatusReason: LastUpdateStatusReason

    /// Why the latest change is where it is, for programs.
    LastUpdateStatusReasonCode: LastUpdateStatusReasonCode

    /// The EFS file system that is mounted.
    FileSystemConfigs: FileSystemConfigList

    /// Whether the code is an archive or an image.
    PackageType: PackageType

    /// How the image is started, or the reason why that cannot be told.
    ImageConfigResponse: ImageConfigResponse

    /// ARN of the profile that the code is signed with, down to its version; absent if it is unsigned.
    SigningProfileVersionArn: Arn

    /// ARN of the job that signed the code; absent if it is unsigned.
    SigningJobArn: Arn

    /// The one instruction set that the code is built for.
    Architectures: ArchitecturesList

    /// Room under `/tmp`.
    EphemeralStorage: EphemeralStorage

    /// Whether versions start from a snapshot.
    SnapStart: SnapStartResponse

    /// The exact build of the runtime, or the reason why it cannot be told.
    RuntimeVersionConfig: RuntimeVersionConfig

    /// Which log lines are kept, in what form, and where.
    LoggingConfig: LoggingConfig
}

/// How a function is to be connected to a VPC. Connected, it reaches the internet only as far as the
/// VPC lets it.
structure VpcConfig {
    /// Ids of up to 16 subnets to connect to.
    SubnetIds: SubnetIds

    /// Ids of up to 5 security groups that govern the connection.
    SecurityGroupIds: SecurityGroupIds

    /// Whether IPv6 may be used to call out of subnets that have both IPv4 and IPv6.
    Ipv6AllowedForDualStack: Boolean
}

/// How a function is connected to a VPC.
structure VpcConfigResponse {
    /// Ids of the subnets.
    SubnetIds: SubnetIds

    /// Ids of the security groups.
    SecurityGroupIds: SecurityGroupIds

    /// Id of the VPC that they belong to; empty if there is none.
    VpcId: VpcId

    /// Whether IPv6 may be used to call out of subnets that have both IPv4 and IPv6.
    Ipv6AllowedForDualStack: Boolean
}

/// Ids of subnets, up to 16.
@length(min: 0, max: 16)
list SubnetIds {
    member: SubnetId
}

string SubnetId

/// Ids of security groups, up to 5.
@length(min: 0, max: 5)
list SecurityGroupIds {
    member: SecurityGroupId
}

string SecurityGroupId

string VpcId

/// Where events go that were sent asynchronously and failed every time they were tried.
structure DeadLetterConfig {
    /// ARN of an SQS queue or an SNS topic. Empty means that such events are dropped.
    TargetArn: ResourceArn
}

/// The environment variables to set.
structure Environment {
    /// Names and values, 4 KB in all.
    Variables: EnvironmentVariables
}

/// The environment variables that are set; if they could not be decrypted, the error instead.
structure EnvironmentResponse {
    /// Names and values.
    Variables: EnvironmentVariables

    /// Why they are missing, if they are.
    Error: EnvironmentError
}

/// Environment variables: values by name. A name has two characters at least, begins with a letter,
/// and goes on with letters, digits and underscores.
@sensitive
map EnvironmentVariables {
    key: EnvironmentVariableName
    value: EnvironmentVariableValue
}

@sensitive
@pattern("^[a-zA-Z]([a-zA-Z0-9_])+$")
string EnvironmentVariableName

@sensitive
string EnvironmentVariableValue

/// Why a function's environment variables are missing from an answer.
structure EnvironmentError with [PartialFailure] {}

/// Why some part of a function's settings could not be had, though the call as a whole went well.
@mixin(localTraits: [documentation])
structure PartialFailure {
    /// The error's name.
    ErrorCode: String

    /// The error in words.
    Message: SensitiveString
}

/// Whether X-Ray is to trace invocations.
structure TracingConfig {
    /// Which invocations to trace.
    Mode: TracingMode
}

/// Whether X-Ray traces invocations.
structure TracingConfigResponse {
    /// Which invocations are traced.
    Mode: TracingMode
}

/// Which invocations X-Ray traces.
enum TracingMode {
    /// Lambda picks a sample of them by itself.
    ACTIVE = "Active"

    /// Those whose caller decided that they be traced.
    PASS_THROUGH = "PassThrough"
}

/// The layers that a function uses.
list LayersReferenceList {
    member: Layer
}

/// A layer version in use by a function.
structure Layer {
    /// ARN of the layer version.
    Arn: LayerVersionArn

    /// The size of its archive in bytes.
    CodeSize: Long = 0

    /// ARN of the profile that the layer is signed with, down to its version; absent if it is unsigned.
    SigningProfileVersionArn: Arn

    /// ARN of the job that signed the layer; absent if it is unsigned.
    SigningJobArn: Arn
}

/// ARNs of the layer versions that a function is to use.
list LayerList {
    member: LayerVersionArn
}

/// File systems to mount; one at most.
@length(min: 0, max: 1)
list FileSystemConfigList {
    member: FileSystemConfig
}

/// A file system on EFS, and where a function sees it.
structure FileSystemConfig {
    /// ARN of the EFS access point to go through.
    @required
    Arn: FileSystemArn

    /// The directory to mount it on: `/mnt/` and one more name.
    @required
    LocalMountPath: LocalMountPath
}

@length(min: 0, max: 200)
@pattern("^arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$")
string FileSystemArn

@length(min: 0, max: 160)
@pattern("^/mnt/[a-zA-Z0-9-_.]+$")
string LocalMountPath

/// How an image is started, in place of what its Dockerfile says.
structure ImageConfig {
    /// The program and its first arguments: the Dockerfile's `ENTRYPOINT`.
    EntryPoint: StringList

    /// Further arguments: the Dockerfile's `CMD`.
    Command: StringList

    /// The directory to start in: the Dockerfile's `WORKDIR`.
    WorkingDirectory: WorkingDirectory
}

/// How an image is started; if that could not be found out, the error instead.
structure ImageConfigResponse {
    /// The settings that differ from the Dockerfile's.
    ImageConfig: ImageConfig

    /// Why they are missing, if they are.
    Error: ImageConfigError
}

/// Why the settings of an image are missing from an answer.
structure ImageConfigError with [PartialFailure] {}

/// Words on a command line, up to 1,500.
@length(min: 0, max: 1500)
list StringList {
    member: String
}

@length(min: 0, max: 1000)
string WorkingDirectory

/// The size of a function's `/tmp`.
structure EphemeralStorage {
    /// How many MB, 512 to 10,240.
    @required
    Size: EphemeralStorageSize
}

@range(min: 512, max: 10240)
integer EphemeralStorageSize

/// Whether to start from snapshots, which saves most of a cold start: when a version is published,
/// Lambda initialises it once, keeps its memory, and later starts from there.
structure SnapStart {
    /// What to take snapshots of.
    ApplyOn: SnapStartApplyOn
}

/// Whether a function starts from snapshots.
structure SnapStartResponse {
    /// What snapshots are taken of.
    ApplyOn: SnapStartApplyOn

    /// Whether the version that was asked about starts from one.
    OptimizationStatus: SnapStartOptimizationStatus
}

/// What snapshots are taken of.
enum SnapStartApplyOn {
    /// Every version, as it is published.
    PUBLISHED_VERSIONS = "PublishedVersions"

    /// Nothing.
    NONE = "None"
}

/// Whether a version starts from a snapshot.
enum SnapStartOptimizationStatus {
    /// It does.
    ON = "On"

    /// It does not: it has no snapshot, or it is the working copy.
    OFF = "Off"
}

/// The exact build of a runtime; if it could not be found out, the error instead.
structure RuntimeVersionConfig {
    /// ARN of the build.
    RuntimeVersionArn: RuntimeVersionArn

    /// Why the ARN is missing, if it is.
    Error: RuntimeVersionError
}

/// Why the build of a runtime is missing from an answer.
structure RuntimeVersionError with [PartialFailure] {}

@length(min: 26, max: 2048)
@pattern("^arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}::runtime:.+$")
string RuntimeVersionArn
