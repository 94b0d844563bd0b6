//! A function's configuration: what the caller asks for, with Lambda's defaults for the rest.

use std::collections::BTreeMap;

use lambda_server::operation::CreateFunctionInput;
use lambda_server::types::{
    ApplicationLogLevel, Architecture, EnvironmentResponse, EphemeralStorage,
    FunctionConfiguration, ImageConfigResponse, Layer, LogFormat, LoggingConfig, PackageType,
    RuntimeVersionConfig, SnapStartApplyOn, SnapStartOptimizationStatus, SnapStartResponse,
    SystemLogLevel, TracingConfigResponse, TracingMode, VpcConfigResponse,
};
use sha2::{Digest, Sha256};

use crate::home::Home;
use crate::refusal::Refusal;

const LONGEST_TIMEOUT: i32 = 900;
/// The variables' names and values as compact JSON, in bytes.
const LARGEST_ENVIRONMENT: usize = 4096;

/// Holds a new function against the rules that the model does not know.
pub(crate) fn check(input: &CreateFunctionInput) -> Result<(), Refusal> {
    let is_image = input.package_type == Some(PackageType::Image);
    if !is_image && (input.runtime.is_none() || input.handler.is_none()) {
        return Err(Refusal::invalid(
            "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
        ));
    }
    if let Some(timeout) = input.timeout
        && timeout > LONGEST_TIMEOUT
    {
        let constraint = format!("have value less than or equal to {LONGEST_TIMEOUT}");
        return Err(Refusal::violation(&timeout.to_string(), "timeout", &constraint));
    }
    match input.environment.as_ref().and_then(|environment| environment.variables.as_ref()) {
        Some(variables) => check_environment(variables),
        None => Ok(()),
    }
}

fn check_environment(variables: &BTreeMap<String, String>) -> Result<(), Refusal> {
    let measured = serde_json::to_string(variables).unwrap_or_default();
    if measured.len() <= LARGEST_ENVIRONMENT {
        return Ok(());
    }
    Err(Refusal::invalid(format!(
        "Lambda was unable to configure your environment variables because the environment variables you have \
         provided exceeded the 4KB limit. String measured: {measured}"
    )))
}

/// The settings of a new function: everything but its code, its version and its revision.
pub(crate) fn configure(
    home: &Home,
    name: &str,
    input: CreateFunctionInput,
    layers: Vec<Layer>,
) -> FunctionConfiguration {
    let mut settings = FunctionConfiguration::new()
        .with_function_name(name)
        .with_function_arn(home.function_arn(name))
        .with_role(input.role)
        .with_description(input.description.unwrap_or_default())
        .with_timeout(input.timeout.unwrap_or(3))
        .with_memory_size(input.memory_size.unwrap_or(128))
        .with_package_type(input.package_type.unwrap_or(PackageType::Zip))
        .with_architectures(input.architectures.unwrap_or_else(|| vec![Architecture::X86_64]))
        .with_ephemeral_storage(
            input.ephemeral_storage.unwrap_or_else(|| EphemeralStorage::new(512)),
        );
    settings.handler = input.handler;
    settings.runtime = input.runtime;
    settings.runtime_version_config = input.runtime.map(|runtime| {
        let build = Sha256::digest(runtime.as_str());
        let build: String = build.iter().map(|byte| format!("{byte:02x}")).collect();
        RuntimeVersionConfig::new().with_runtime_version_arn(home.runtime_arn(&build))
    });
    settings.layers = Some(layers).filter(|layers| !layers.is_empty());
    settings.kms_key_arn = input.kms_key_arn;
    settings.dead_letter_config = input.dead_letter_config;
    settings.file_system_configs = input.file_system_configs;
    settings.image_config_response =
        input.image_config.map(|config| ImageConfigResponse::new().with_image_config(config));
    settings.environment = input.environment.map(|environment| {
        EnvironmentResponse::new().with_variables(environment.variables.unwrap_or_default())
    });
    let mode = input.tracing_config.and_then(|tracing| tracing.mode);
    settings.tracing_config =
        Some(TracingConfigResponse::new().with_mode(mode.unwrap_or(TracingMode::PassThrough)));
    let apply_on = input.snap_start.and_then(|snap_start| snap_start.apply_on);
    settings.snap_start = Some(
        SnapStartResponse::new()
            .with_apply_on(apply_on.unwrap_or(SnapStartApplyOn::None))
            .with_optimization_status(SnapStartOptimizationStatus::Off),
    );
    settings.vpc_config = input.vpc_config.map(|vpc| {
        let mut connected = VpcConfigResponse::new()
            .with_subnet_ids(vpc.subnet_ids.unwrap_or_default())
            .with_security_group_ids(vpc.security_group_ids.unwrap_or_default())
            .with_vpc_id("");
        connected.ipv6_allowed_for_dual_stack =
            Some(vpc.ipv6_allowed_for_dual_stack.unwrap_or_default());
        connected
    });
    settings.logging_config = Some(logging(name, input.logging_config));
    settings
}

fn logging(name: &str, asked: Option<LoggingConfig>) -> LoggingConfig {
    let mut logging = asked.unwrap_or_default();
    let format = *logging.log_format.get_or_insert(LogFormat::Text);
    if format == LogFormat::Json {
        logging.application_log_level.get_or_insert(ApplicationLogLevel::Info);
        logging.system_log_level.get_or_insert(SystemLogLevel::Info);
    }
    logging.log_group.get_or_insert_with(|| format!("/aws/lambda/{name}"));
    logging
}
