//! What the server answers: an output of every operation, with every member set.

use lambda_server::operation::*;
use lambda_server::types::*;

pub(crate) fn configuration() -> FunctionConfiguration {
    FunctionConfiguration::new()
        .with_function_name("resize")
        .with_function_arn("arn:aws:lambda:us-east-1:123456789012:function:resize:7")
        .with_runtime(Runtime::Java8Al2)
        .with_role("role")
        .with_handler("handler")
        .with_code_size(i64::MAX)
        .with_description("ä \"quoted\" \\ text\n\u{1F600}")
        .with_timeout(3)
        .with_memory_size(128)
        .with_last_modified("2024-05-17T09:30:00.000+0000")
        .with_code_sha256("digest=")
        .with_version("7")
        .with_vpc_config(
            VpcConfigResponse::new()
                .with_subnet_ids(["subnet-1"])
                .with_security_group_ids([""; 0])
                .with_vpc_id("vpc-1")
                .with_ipv6_allowed_for_dual_stack(false),
        )
        .with_dead_letter_config(dead_letters())
        .with_environment(
            EnvironmentResponse::new()
                .with_variables([("NAME", "value")])
                .with_error(EnvironmentError::new().with_error_code("code").with_message("text")),
        )
        .with_kms_key_arn("key")
        .with_tracing_config(TracingConfigResponse::new().with_mode(TracingMode::PassThrough))
        .with_master_arn("master")
        .with_revision_id("revision")
        .with_layers([Layer::new()
            .with_arn("arn")
            .with_code_size(5)
            .with_signing_profile_version_arn("profile")
            .with_signing_job_arn("job")])
        .with_state(State::Failed)
        .with_state_reason("reason")
        .with_state_reason_code(StateReasonCode::InternalError)
        .with_last_update_status(LastUpdateStatus::InProgress)
        .with_last_update_status_reason("reason")
        .with_last_update_status_reason_code(LastUpdateStatusReasonCode::EniLimitExceeded)
        .with_file_system_configs([file_system()])
        .with_package_type(PackageType::Zip)
        .with_image_config_response(
            ImageConfigResponse::new()
                .with_image_config(image())
                .with_error(ImageConfigError::new().with_error_code("code").with_message("text")),
        )
        .with_signing_profile_version_arn("profile")
        .with_signing_job_arn("job")
        .with_architectures([Architecture::X86_64])
        .with_ephemeral_storage(EphemeralStorage::new(512))
        .with_snap_start(
            SnapStartResponse::new()
                .with_apply_on(SnapStartApplyOn::None)
                .with_optimization_status(SnapStartOptimizationStatus::Off),
        )
        .with_runtime_version_config(
            RuntimeVersionConfig::new().with_runtime_version_arn("arn").with_error(
                RuntimeVersionError::new().with_error_code("code").with_message("text"),
            ),
        )
        .with_logging_config(
            LoggingConfig::new()
                .with_log_format(LogFormat::Text)
                .with_application_log_level(ApplicationLogLevel::Fatal)
                .with_system_log_level(SystemLogLevel::Debug)
                .with_log_group("group"),
        )
}

pub(crate) fn get_function() -> GetFunctionOutput {
    GetFunctionOutput::new()
        .with_configuration(configuration())
        .with_code(
            FunctionCodeLocation::new()
                .with_repository_type("S3")
                .with_location("https://example.com/?a=b&c")
                .with_image_uri("image")
                .with_resolved_image_uri("resolved")
                .with_source_kms_key_arn("key"),
        )
        .with_tags([("team", "tools")])
        .with_tags_error(TagsError::new("TagsException", "text"))
        .with_concurrency(Concurrency::new().with_reserved_concurrent_executions(0))
}

pub(crate) fn list_versions_by_function() -> ListVersionsByFunctionOutput {
    ListVersionsByFunctionOutput::new()
        .with_next_marker("next")
        .with_versions([configuration(), configuration().with_version("8")])
}

pub(crate) fn publish_layer_version() -> PublishLayerVersionOutput {
    PublishLayerVersionOutput::new()
        .with_content(content())
        .with_layer_arn("arn")
        .with_layer_version_arn("arn:1")
        .with_description("text")
        .with_created_date("date")
        .with_version(i64::MIN)
        .with_compatible_runtimes([Runtime::Nodejs, Runtime::Dotnetcore1_0])
        .with_license_info("MIT")
        .with_compatible_architectures([Architecture::Arm64])
}

pub(crate) fn layer_version() -> LayerVersion {
    LayerVersion::new()
        .with_content(content())
        .with_layer_arn("arn")
        .with_layer_version_arn("arn:1")
        .with_description("text")
        .with_created_date("date")
        .with_version(1)
        .with_compatible_runtimes([Runtime::Go1X])
        .with_license_info("MIT")
        .with_compatible_architectures([Architecture::Arm64, Architecture::X86_64])
}

pub(crate) fn list_layer_versions() -> ListLayerVersionsOutput {
    ListLayerVersionsOutput::new().with_next_marker("next").with_layer_versions([
        LayerVersionsListItem::new()
            .with_layer_version_arn("arn:1")
            .with_version(1)
            .with_description("text")
            .with_created_date("date")
            .with_compatible_runtimes([Runtime::Ruby3_4])
            .with_license_info("MIT")
            .with_compatible_architectures([Architecture::Arm64]),
    ])
}

fn content() -> LayerVersionContentOutput {
    LayerVersionContentOutput::new()
        .with_location("https://example.com/")
        .with_code_sha256("digest=")
        .with_code_size(1)
        .with_signing_profile_version_arn("profile")
        .with_signing_job_arn("job")
}

// Types that the server otherwise only reads have no setters there.

fn dead_letters() -> DeadLetterConfig {
    read(r#"{"target_arn": "arn"}"#)
}

fn file_system() -> FileSystemConfig {
    read(r#"{"arn": "arn", "local_mount_path": "/mnt/data"}"#)
}

fn image() -> ImageConfig {
    read(r#"{"entry_point": ["/bin/sh"], "command": ["run"], "working_directory": "/work"}"#)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a value")
}
