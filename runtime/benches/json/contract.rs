//! The answer of Lambda's PublishVersion, in the form of generated code.

use std::collections::BTreeMap;

use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

pub(crate) use super::enums::*;

static ENVIRONMENT_ERROR: Structure =
    Structure::new("EnvironmentError", &[Member::new("ErrorCode"), Member::new("Message")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EnvironmentError {
    pub(crate) error_code: Option<String>,
    pub(crate) message: Option<String>,
}

impl Decode for EnvironmentError {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ENVIRONMENT_ERROR)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.error_code = members.value()?,
                1 => value.message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for EnvironmentError {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ENVIRONMENT_ERROR);
        members.optional(0, &self.error_code);
        members.optional(1, &self.message);
        members.end();
    }
}

static ENVIRONMENT: Structure =
    Structure::new("Environment", &[Member::new("Variables"), Member::new("Error")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Environment {
    pub(crate) variables: Option<BTreeMap<String, String>>,
    pub(crate) error: Option<EnvironmentError>,
}

impl Decode for Environment {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ENVIRONMENT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.variables = members.value()?,
                1 => value.error = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for Environment {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ENVIRONMENT);
        members.optional(0, &self.variables);
        members.optional(1, &self.error);
        members.end();
    }
}

static VPC_CONFIG: Structure = Structure::new(
    "VpcConfig",
    &[
        Member::new("SubnetIds"),
        Member::new("SecurityGroupIds"),
        Member::new("VpcId"),
        Member::new("Ipv6AllowedForDualStack"),
    ],
);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct VpcConfig {
    pub(crate) subnet_ids: Option<Vec<String>>,
    pub(crate) security_group_ids: Option<Vec<String>>,
    pub(crate) vpc_id: Option<String>,
    pub(crate) ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Decode for VpcConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&VPC_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.subnet_ids = members.value()?,
                1 => value.security_group_ids = members.value()?,
                2 => value.vpc_id = members.value()?,
                3 => value.ipv6_allowed_for_dual_stack = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for VpcConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VPC_CONFIG);
        members.optional(0, &self.subnet_ids);
        members.optional(1, &self.security_group_ids);
        members.optional(2, &self.vpc_id);
        members.optional(3, &self.ipv6_allowed_for_dual_stack);
        members.end();
    }
}

static TRACING_CONFIG: Structure = Structure::new("TracingConfig", &[Member::new("Mode")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TracingConfig {
    pub(crate) mode: Option<TracingMode>,
}

impl Decode for TracingConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TRACING_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.mode = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for TracingConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TRACING_CONFIG);
        members.optional(0, &self.mode);
        members.end();
    }
}

static LAYER: Structure = Structure::new(
    "Layer",
    &[
        Member::new("Arn"),
        Member::new("CodeSize"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
    ],
);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layer {
    pub(crate) arn: Option<String>,
    pub(crate) code_size: Option<i64>,
    pub(crate) signing_profile_version_arn: Option<String>,
    pub(crate) signing_job_arn: Option<String>,
}

impl Decode for Layer {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LAYER)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.arn = members.value()?,
                1 => value.code_size = members.value()?,
                2 => value.signing_profile_version_arn = members.value()?,
                3 => value.signing_job_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for Layer {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LAYER);
        members.optional(0, &self.arn);
        members.optional(1, &self.code_size);
        members.optional(2, &self.signing_profile_version_arn);
        members.optional(3, &self.signing_job_arn);
        members.end();
    }
}

static EPHEMERAL_STORAGE: Structure = Structure::new("EphemeralStorage", &[Member::new("Size")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EphemeralStorage {
    pub(crate) size: Option<i32>,
}

impl Decode for EphemeralStorage {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&EPHEMERAL_STORAGE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.size = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for EphemeralStorage {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&EPHEMERAL_STORAGE);
        members.optional(0, &self.size);
        members.end();
    }
}

static SNAP_START: Structure =
    Structure::new("SnapStart", &[Member::new("ApplyOn"), Member::new("OptimizationStatus")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SnapStart {
    pub(crate) apply_on: Option<ApplyOn>,
    pub(crate) optimization_status: Option<OptimizationStatus>,
}

impl Decode for SnapStart {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SNAP_START)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.apply_on = members.value()?,
                1 => value.optimization_status = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for SnapStart {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SNAP_START);
        members.optional(0, &self.apply_on);
        members.optional(1, &self.optimization_status);
        members.end();
    }
}

static RUNTIME_VERSION_CONFIG: Structure =
    Structure::new("RuntimeVersionConfig", &[Member::new("RuntimeVersionArn")]);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RuntimeVersionConfig {
    pub(crate) runtime_version_arn: Option<String>,
}

impl Decode for RuntimeVersionConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&RUNTIME_VERSION_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.runtime_version_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for RuntimeVersionConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RUNTIME_VERSION_CONFIG);
        members.optional(0, &self.runtime_version_arn);
        members.end();
    }
}

static LOGGING_CONFIG: Structure = Structure::new(
    "LoggingConfig",
    &[
        Member::new("LogFormat"),
        Member::new("ApplicationLogLevel"),
        Member::new("SystemLogLevel"),
        Member::new("LogGroup"),
    ],
);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LoggingConfig {
    pub(crate) log_format: Option<LogFormat>,
    pub(crate) application_log_level: Option<String>,
    pub(crate) system_log_level: Option<String>,
    pub(crate) log_group: Option<String>,
}

impl Decode for LoggingConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LOGGING_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.log_format = members.value()?,
                1 => value.application_log_level = members.value()?,
                2 => value.system_log_level = members.value()?,
                3 => value.log_group = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for LoggingConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LOGGING_CONFIG);
        members.optional(0, &self.log_format);
        members.optional(1, &self.application_log_level);
        members.optional(2, &self.system_log_level);
        members.optional(3, &self.log_group);
        members.end();
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
        Member::new("PackageType"),
        Member::new("SigningProfileVersionArn"),
        Member::new("SigningJobArn"),
        Member::new("Architectures"),
        Member::new("EphemeralStorage"),
        Member::new("SnapStart"),
        Member::new("RuntimeVersionConfig"),
        Member::new("LoggingConfig"),
    ],
);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FunctionConfiguration {
    pub(crate) function_name: Option<String>,
    pub(crate) function_arn: Option<String>,
    pub(crate) runtime: Option<Runtime>,
    pub(crate) role: Option<String>,
    pub(crate) handler: Option<String>,
    pub(crate) code_size: Option<i64>,
    pub(crate) description: Option<String>,
    pub(crate) timeout: Option<i32>,
    pub(crate) memory_size: Option<i32>,
    pub(crate) last_modified: Option<String>,
    pub(crate) code_sha256: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) vpc_config: Option<VpcConfig>,
    pub(crate) environment: Option<Environment>,
    pub(crate) kms_key_arn: Option<String>,
    pub(crate) tracing_config: Option<TracingConfig>,
    pub(crate) master_arn: Option<String>,
    pub(crate) revision_id: Option<String>,
    pub(crate) layers: Option<Vec<Layer>>,
    pub(crate) state: Option<State>,
    pub(crate) state_reason: Option<String>,
    pub(crate) state_reason_code: Option<String>,
    pub(crate) last_update_status: Option<LastUpdateStatus>,
    pub(crate) last_update_status_reason: Option<String>,
    pub(crate) package_type: Option<PackageType>,
    pub(crate) signing_profile_version_arn: Option<String>,
    pub(crate) signing_job_arn: Option<String>,
    pub(crate) architectures: Option<Vec<Architecture>>,
    pub(crate) ephemeral_storage: Option<EphemeralStorage>,
    pub(crate) snap_start: Option<SnapStart>,
    pub(crate) runtime_version_config: Option<RuntimeVersionConfig>,
    pub(crate) logging_config: Option<LoggingConfig>,
}

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
                5 => value.code_size = members.value()?,
                6 => value.description = members.value()?,
                7 => value.timeout = members.value()?,
                8 => value.memory_size = members.value()?,
                9 => value.last_modified = members.value()?,
                10 => value.code_sha256 = members.value()?,
                11 => value.version = members.value()?,
                12 => value.vpc_config = members.value()?,
                13 => value.environment = members.value()?,
                14 => value.kms_key_arn = members.value()?,
                15 => value.tracing_config = members.value()?,
                16 => value.master_arn = members.value()?,
                17 => value.revision_id = members.value()?,
                18 => value.layers = members.value()?,
                19 => value.state = members.value()?,
                20 => value.state_reason = members.value()?,
                21 => value.state_reason_code = members.value()?,
                22 => value.last_update_status = members.value()?,
                23 => value.last_update_status_reason = members.value()?,
                24 => value.package_type = members.value()?,
                25 => value.signing_profile_version_arn = members.value()?,
                26 => value.signing_job_arn = members.value()?,
                27 => value.architectures = members.value()?,
                28 => value.ephemeral_storage = members.value()?,
                29 => value.snap_start = members.value()?,
                30 => value.runtime_version_config = members.value()?,
                31 => value.logging_config = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

impl Encode for FunctionConfiguration {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FUNCTION_CONFIGURATION);
        members.optional(0, &self.function_name);
        members.optional(1, &self.function_arn);
        members.optional(2, &self.runtime);
        members.optional(3, &self.role);
        members.optional(4, &self.handler);
        members.optional(5, &self.code_size);
        members.optional(6, &self.description);
        members.optional(7, &self.timeout);
        members.optional(8, &self.memory_size);
        members.optional(9, &self.last_modified);
        members.optional(10, &self.code_sha256);
        members.optional(11, &self.version);
        members.optional(12, &self.vpc_config);
        members.optional(13, &self.environment);
        members.optional(14, &self.kms_key_arn);
        members.optional(15, &self.tracing_config);
        members.optional(16, &self.master_arn);
        members.optional(17, &self.revision_id);
        members.optional(18, &self.layers);
        members.optional(19, &self.state);
        members.optional(20, &self.state_reason);
        members.optional(21, &self.state_reason_code);
        members.optional(22, &self.last_update_status);
        members.optional(23, &self.last_update_status_reason);
        members.optional(24, &self.package_type);
        members.optional(25, &self.signing_profile_version_arn);
        members.optional(26, &self.signing_job_arn);
        members.optional(27, &self.architectures);
        members.optional(28, &self.ephemeral_storage);
        members.optional(29, &self.snap_start);
        members.optional(30, &self.runtime_version_config);
        members.optional(31, &self.logging_config);
        members.end();
    }
}
