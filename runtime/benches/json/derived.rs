//! The answer of Lambda's PublishVersion, as serde derives it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EnvironmentError {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Environment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) variables: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<EnvironmentError>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct VpcConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subnet_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) security_group_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vpc_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ipv6_allowed_for_dual_stack: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TracingConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mode: Option<TracingMode>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Layer {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code_size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) signing_profile_version_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) signing_job_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EphemeralStorage {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct SnapStart {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) apply_on: Option<ApplyOn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) optimization_status: Option<OptimizationStatus>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RuntimeVersionConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) runtime_version_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct LoggingConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) log_format: Option<LogFormat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) application_log_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) system_log_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) log_group: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FunctionConfiguration {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) function_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) function_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) runtime: Option<Runtime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) handler: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code_size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timeout: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) memory_size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code_sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vpc_config: Option<VpcConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) environment: Option<Environment>,
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub(crate) kms_key_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tracing_config: Option<TracingConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) master_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) revision_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) layers: Option<Vec<Layer>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_reason_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_update_status: Option<LastUpdateStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_update_status_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) package_type: Option<PackageType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) signing_profile_version_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) signing_job_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) architectures: Option<Vec<Architecture>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ephemeral_storage: Option<EphemeralStorage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) snap_start: Option<SnapStart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) runtime_version_config: Option<RuntimeVersionConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) logging_config: Option<LoggingConfig>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Runtime {
    #[serde(rename = "nodejs18.x")]
    Nodejs18X,
    #[serde(rename = "nodejs20.x")]
    Nodejs20X,
    #[serde(rename = "nodejs22.x")]
    Nodejs22X,
    #[serde(rename = "java17")]
    Java17,
    #[serde(rename = "java21")]
    Java21,
    #[serde(rename = "python3.11")]
    Python311,
    #[serde(rename = "python3.12")]
    Python312,
    #[serde(rename = "python3.13")]
    Python313,
    #[serde(rename = "dotnet8")]
    Dotnet8,
    #[serde(rename = "ruby3.3")]
    Ruby33,
    #[serde(rename = "provided.al2")]
    ProvidedAl2,
    #[serde(rename = "provided.al2023")]
    ProvidedAl2023,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Architecture {
    #[serde(rename = "x86_64")]
    X8664,
    #[serde(rename = "arm64")]
    Arm64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum State {
    Pending,
    Active,
    Inactive,
    Failed,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum LastUpdateStatus {
    Successful,
    Failed,
    InProgress,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum PackageType {
    Zip,
    Image,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum TracingMode {
    Active,
    PassThrough,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ApplyOn {
    PublishedVersions,
    None,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum OptimizationStatus {
    On,
    Off,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum LogFormat {
    #[serde(rename = "JSON")]
    Json,
    Text,
}
