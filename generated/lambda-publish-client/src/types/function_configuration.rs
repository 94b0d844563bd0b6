use crate::types::{
    Architecture, DeadLetterConfig, EnvironmentResponse, EphemeralStorage,
    FileSystemConfig, ImageConfigResponse, LastUpdateStatus, LastUpdateStatusReasonCode,
    Layer, LoggingConfig, PackageType, Runtime, RuntimeVersionConfig, SnapStartResponse,
    State, StateReasonCode, TracingConfigResponse, VpcConfigResponse,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// A function or version as it is set up: what the caller asked for, and what Lambda made of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FunctionConfiguration {
    /// The function's name, without a version.
    pub function_name: Option<String>,
    /// The function's ARN. A published version's ends in its number.
    pub function_arn: Option<String>,
    /// The language environment; absent if the code is an image.
    pub runtime: Option<Runtime>,
    /// ARN of the IAM role that the function acts as.
    pub role: Option<String>,
    /// Where the code starts; absent if it is an image.
    pub handler: Option<String>,
    /// The size of the archive in bytes.
    pub code_size: i64,
    /// A note for people.
    pub description: Option<String>,
    /// How many seconds one invocation may take.
    pub timeout: Option<i32>,
    /// Memory in MB.
    pub memory_size: Option<i32>,
    /// When code or settings last changed: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    pub last_modified: Option<String>,
    /// The SHA-256 digest of the archive, in base64.
    pub code_sha256: Option<String>,
    /// Which version this is: `$LATEST` for the working copy, else a number.
    pub version: Option<String>,
    /// The VPC that the function is connected to.
    pub vpc_config: Option<VpcConfigResponse>,
    /// Where events go whose asynchronous processing failed for good.
    pub dead_letter_config: Option<DeadLetterConfig>,
    /// Environment variables, or the reason why they cannot be shown.
    pub environment: Option<EnvironmentResponse>,
    /// ARN of the caller's KMS key that protects environment variables, unpacked code and snapshots;
    /// absent if Lambda's own key does.
    pub kms_key_arn: Option<String>,
    /// Whether X-Ray traces invocations.
    pub tracing_config: Option<TracingConfigResponse>,
    /// ARN of the function that this is a copy of, for copies that Lambda@Edge made.
    pub master_arn: Option<String>,
    /// An opaque word that is different after each change. Sent back with a request, it makes sure that
    /// nothing has changed in between.
    pub revision_id: Option<String>,
    /// The layers in use, in the order in which they are unpacked.
    pub layers: Option<Vec<Layer>>,
    /// Whether the function can be invoked.
    pub state: Option<State>,
    /// Why it is in that state, in words.
    pub state_reason: Option<String>,
    /// Why it is in that state, for programs.
    pub state_reason_code: Option<StateReasonCode>,
    /// How the latest change is getting on.
    pub last_update_status: Option<LastUpdateStatus>,
    /// Why the latest change is where it is, in words.
    pub last_update_status_reason: Option<String>,
    /// Why the latest change is where it is, for programs.
    pub last_update_status_reason_code: Option<LastUpdateStatusReasonCode>,
    /// The EFS file system that is mounted.
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    /// Whether the code is an archive or an image.
    pub package_type: Option<PackageType>,
    /// How the image is started, or the reason why that cannot be told.
    pub image_config_response: Option<ImageConfigResponse>,
    /// ARN of the profile that the code is signed with, down to its version; absent if it is unsigned.
    pub signing_profile_version_arn: Option<String>,
    /// ARN of the job that signed the code; absent if it is unsigned.
    pub signing_job_arn: Option<String>,
    /// The one instruction set that the code is built for.
    pub architectures: Option<Vec<Architecture>>,
    /// Room under `/tmp`.
    pub ephemeral_storage: Option<EphemeralStorage>,
    /// Whether versions start from a snapshot.
    pub snap_start: Option<SnapStartResponse>,
    /// The exact build of the runtime, or the reason why it cannot be told.
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    /// Which log lines are kept, in what form, and where.
    pub logging_config: Option<LoggingConfig>,
}

static FUNCTION_CONFIGURATION: Structure = Structure::new(
    "FunctionConfiguration",
    &[
        Member::new("FunctionName"),
        Member::new("FunctionArn"),
        Member::new("Runtime"),
        Member::new("Role"),
        Member::new("Handler"),
        Member::new("CodeSize"),
        Member::new("Description"),
        Member::new("Timeout"),
        Member::new("MemorySize"),
        Member::new("LastModified"),
        Member::new("CodeSha256"),
        Member::new("Version"),
        Member::new("VpcConfig"),
        Member::new("DeadLetterConfig"),
        Member::new("Environment"),
        Member::new("KMSKeyArn"),
        Member::new("TracingConfig"),
        Member::new("MasterArn"),
        Member::new("RevisionId"),
        Member::new("Layers"),
        Member::new("State"),
        Member::new("StateReason"),
        Member::new("StateReasonCode"),
        Member::new("LastUpdateStatus"),
        Member::new("LastUpdateStatusReason"),
        Member::new("LastUpdateStatusReasonCode"),
        Member::new("FileSystemConfigs"),
        Member::new("PackageType"),
        Member::new("ImageConfigResponse"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
        Member::new("Architectures"),
        Member::new("EphemeralStorage"),
        Member::new("SnapStart"),
        Member::new("RuntimeVersionConfig"),
        Member::new("LoggingConfig"),
    ],
);

impl Decode for FunctionConfiguration {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&FUNCTION_CONFIGURATION)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.function_name = members.value()?,
                1 => value.function_arn = members.value()?,
                2 => value.runtime = members.value()?,
                3 => value.role = members.value()?,
                4 => value.handler = members.value()?,
                5 => value.code_size = members.value()?.unwrap_or_default(),
                6 => value.description = members.value()?,
                7 => value.timeout = members.value()?,
                8 => value.memory_size = members.value()?,
                9 => value.last_modified = members.value()?,
                10 => value.code_sha256 = members.value()?,
                11 => value.version = members.value()?,
                12 => value.vpc_config = members.value()?,
                13 => value.dead_letter_config = members.value()?,
                14 => value.environment = members.value()?,
                15 => value.kms_key_arn = members.value()?,
                16 => value.tracing_config = members.value()?,
                17 => value.master_arn = members.value()?,
                18 => value.revision_id = members.value()?,
                19 => value.layers = members.value()?,
                20 => value.state = members.value()?,
                21 => value.state_reason = members.value()?,
                22 => value.state_reason_code = members.value()?,
                23 => value.last_update_status = members.value()?,
                24 => value.last_update_status_reason = members.value()?,
                25 => value.last_update_status_reason_code = members.value()?,
                26 => value.file_system_configs = members.value()?,
                27 => value.package_type = members.value()?,
                28 => value.image_config_response = members.value()?,
                29 => value.signing_profile_version_arn = members.value()?,
                30 => value.signing_job_arn = members.value()?,
                31 => value.architectures = members.value()?,
                32 => value.ephemeral_storage = members.value()?,
                33 => value.snap_start = members.value()?,
                34 => value.runtime_version_config = members.value()?,
                35 => value.logging_config = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
