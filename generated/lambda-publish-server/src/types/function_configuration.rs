use crate::types::{
    Architecture, DeadLetterConfig, EnvironmentResponse, EphemeralStorage,
    FileSystemConfig, ImageConfigResponse, LastUpdateStatus, LastUpdateStatusReasonCode,
    Layer, LoggingConfig, PackageType, Runtime, RuntimeVersionConfig, SnapStartResponse,
    State, StateReasonCode, TracingConfigResponse, VpcConfigResponse,
};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

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

impl FunctionConfiguration {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`function_name`](Self::function_name).
    #[must_use]
    pub fn with_function_name(mut self, function_name: impl Into<String>) -> Self {
        self.function_name = Some(function_name.into());
        self
    }

    /// Sets [`function_arn`](Self::function_arn).
    #[must_use]
    pub fn with_function_arn(mut self, function_arn: impl Into<String>) -> Self {
        self.function_arn = Some(function_arn.into());
        self
    }

    /// Sets [`runtime`](Self::runtime).
    #[must_use]
    pub fn with_runtime(mut self, runtime: Runtime) -> Self {
        self.runtime = Some(runtime);
        self
    }

    /// Sets [`role`](Self::role).
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets [`handler`](Self::handler).
    #[must_use]
    pub fn with_handler(mut self, handler: impl Into<String>) -> Self {
        self.handler = Some(handler.into());
        self
    }

    /// Sets [`code_size`](Self::code_size).
    #[must_use]
    pub fn with_code_size(mut self, code_size: i64) -> Self {
        self.code_size = code_size;
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`timeout`](Self::timeout).
    #[must_use]
    pub fn with_timeout(mut self, timeout: i32) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets [`memory_size`](Self::memory_size).
    #[must_use]
    pub fn with_memory_size(mut self, memory_size: i32) -> Self {
        self.memory_size = Some(memory_size);
        self
    }

    /// Sets [`last_modified`](Self::last_modified).
    #[must_use]
    pub fn with_last_modified(mut self, last_modified: impl Into<String>) -> Self {
        self.last_modified = Some(last_modified.into());
        self
    }

    /// Sets [`code_sha256`](Self::code_sha256).
    #[must_use]
    pub fn with_code_sha256(mut self, code_sha256: impl Into<String>) -> Self {
        self.code_sha256 = Some(code_sha256.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets [`vpc_config`](Self::vpc_config).
    #[must_use]
    pub fn with_vpc_config(mut self, vpc_config: VpcConfigResponse) -> Self {
        self.vpc_config = Some(vpc_config);
        self
    }

    /// Sets [`dead_letter_config`](Self::dead_letter_config).
    #[must_use]
    pub fn with_dead_letter_config(
        mut self,
        dead_letter_config: DeadLetterConfig,
    ) -> Self {
        self.dead_letter_config = Some(dead_letter_config);
        self
    }

    /// Sets [`environment`](Self::environment).
    #[must_use]
    pub fn with_environment(mut self, environment: EnvironmentResponse) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Sets [`kms_key_arn`](Self::kms_key_arn).
    #[must_use]
    pub fn with_kms_key_arn(mut self, kms_key_arn: impl Into<String>) -> Self {
        self.kms_key_arn = Some(kms_key_arn.into());
        self
    }

    /// Sets [`tracing_config`](Self::tracing_config).
    #[must_use]
    pub fn with_tracing_config(mut self, tracing_config: TracingConfigResponse) -> Self {
        self.tracing_config = Some(tracing_config);
        self
    }

    /// Sets [`master_arn`](Self::master_arn).
    #[must_use]
    pub fn with_master_arn(mut self, master_arn: impl Into<String>) -> Self {
        self.master_arn = Some(master_arn.into());
        self
    }

    /// Sets [`revision_id`](Self::revision_id).
    #[must_use]
    pub fn with_revision_id(mut self, revision_id: impl Into<String>) -> Self {
        self.revision_id = Some(revision_id.into());
        self
    }

    /// Sets [`layers`](Self::layers).
    #[must_use]
    pub fn with_layers(mut self, layers: impl IntoIterator<Item = Layer>) -> Self {
        self.layers = Some(layers.into_iter().collect());
        self
    }

    /// Sets [`state`](Self::state).
    #[must_use]
    pub fn with_state(mut self, state: State) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets [`state_reason`](Self::state_reason).
    #[must_use]
    pub fn with_state_reason(mut self, state_reason: impl Into<String>) -> Self {
        self.state_reason = Some(state_reason.into());
        self
    }

    /// Sets [`state_reason_code`](Self::state_reason_code).
    #[must_use]
    pub fn with_state_reason_code(mut self, state_reason_code: StateReasonCode) -> Self {
        self.state_reason_code = Some(state_reason_code);
        self
    }

    /// Sets [`last_update_status`](Self::last_update_status).
    #[must_use]
    pub fn with_last_update_status(
        mut self,
        last_update_status: LastUpdateStatus,
    ) -> Self {
        self.last_update_status = Some(last_update_status);
        self
    }

    /// Sets [`last_update_status_reason`](Self::last_update_status_reason).
    #[must_use]
    pub fn with_last_update_status_reason(
        mut self,
        last_update_status_reason: impl Into<String>,
    ) -> Self {
        self.last_update_status_reason = Some(last_update_status_reason.into());
        self
    }

    /// Sets [`last_update_status_reason_code`](Self::last_update_status_reason_code).
    #[must_use]
    pub fn with_last_update_status_reason_code(
        mut self,
        last_update_status_reason_code: LastUpdateStatusReasonCode,
    ) -> Self {
        self.last_update_status_reason_code = Some(last_update_status_reason_code);
        self
    }

    /// Sets [`file_system_configs`](Self::file_system_configs).
    #[must_use]
    pub fn with_file_system_configs(
        mut self,
        file_system_configs: impl IntoIterator<Item = FileSystemConfig>,
    ) -> Self {
        self.file_system_configs = Some(file_system_configs.into_iter().collect());
        self
    }

    /// Sets [`package_type`](Self::package_type).
    #[must_use]
    pub fn with_package_type(mut self, package_type: PackageType) -> Self {
        self.package_type = Some(package_type);
        self
    }

    /// Sets [`image_config_response`](Self::image_config_response).
    #[must_use]
    pub fn with_image_config_response(
        mut self,
        image_config_response: ImageConfigResponse,
    ) -> Self {
        self.image_config_response = Some(image_config_response);
        self
    }

    /// Sets [`signing_profile_version_arn`](Self::signing_profile_version_arn).
    #[must_use]
    pub fn with_signing_profile_version_arn(
        mut self,
        signing_profile_version_arn: impl Into<String>,
    ) -> Self {
        self.signing_profile_version_arn = Some(signing_profile_version_arn.into());
        self
    }

    /// Sets [`signing_job_arn`](Self::signing_job_arn).
    #[must_use]
    pub fn with_signing_job_arn(mut self, signing_job_arn: impl Into<String>) -> Self {
        self.signing_job_arn = Some(signing_job_arn.into());
        self
    }

    /// Sets [`architectures`](Self::architectures).
    #[must_use]
    pub fn with_architectures(
        mut self,
        architectures: impl IntoIterator<Item = Architecture>,
    ) -> Self {
        self.architectures = Some(architectures.into_iter().collect());
        self
    }

    /// Sets [`ephemeral_storage`](Self::ephemeral_storage).
    #[must_use]
    pub fn with_ephemeral_storage(
        mut self,
        ephemeral_storage: EphemeralStorage,
    ) -> Self {
        self.ephemeral_storage = Some(ephemeral_storage);
        self
    }

    /// Sets [`snap_start`](Self::snap_start).
    #[must_use]
    pub fn with_snap_start(mut self, snap_start: SnapStartResponse) -> Self {
        self.snap_start = Some(snap_start);
        self
    }

    /// Sets [`runtime_version_config`](Self::runtime_version_config).
    #[must_use]
    pub fn with_runtime_version_config(
        mut self,
        runtime_version_config: RuntimeVersionConfig,
    ) -> Self {
        self.runtime_version_config = Some(runtime_version_config);
        self
    }

    /// Sets [`logging_config`](Self::logging_config).
    #[must_use]
    pub fn with_logging_config(mut self, logging_config: LoggingConfig) -> Self {
        self.logging_config = Some(logging_config);
        self
    }
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

impl Encode for FunctionConfiguration {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FUNCTION_CONFIGURATION);
        members.optional(0, &self.function_name);
        members.optional(1, &self.function_arn);
        members.optional(2, &self.runtime);
        members.optional(3, &self.role);
        members.optional(4, &self.handler);
        members.member(5, &self.code_size);
        members.optional(6, &self.description);
        members.optional(7, &self.timeout);
        members.optional(8, &self.memory_size);
        members.optional(9, &self.last_modified);
        members.optional(10, &self.code_sha256);
        members.optional(11, &self.version);
        members.optional(12, &self.vpc_config);
        members.optional(13, &self.dead_letter_config);
        members.optional(14, &self.environment);
        members.optional(15, &self.kms_key_arn);
        members.optional(16, &self.tracing_config);
        members.optional(17, &self.master_arn);
        members.optional(18, &self.revision_id);
        members.optional(19, &self.layers);
        members.optional(20, &self.state);
        members.optional(21, &self.state_reason);
        members.optional(22, &self.state_reason_code);
        members.optional(23, &self.last_update_status);
        members.optional(24, &self.last_update_status_reason);
        members.optional(25, &self.last_update_status_reason_code);
        members.optional(26, &self.file_system_configs);
        members.optional(27, &self.package_type);
        members.optional(28, &self.image_config_response);
        members.optional(29, &self.signing_profile_version_arn);
        members.optional(30, &self.signing_job_arn);
        members.optional(31, &self.architectures);
        members.optional(32, &self.ephemeral_storage);
        members.optional(33, &self.snap_start);
        members.optional(34, &self.runtime_version_config);
        members.optional(35, &self.logging_config);
        members.end();
    }
}

impl IntoResponse for FunctionConfiguration {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
