//! What the client sends: an input of every operation, with every member set.

use lambda_client::operation::*;
use lambda_client::types::*;

const NAME: &str = "arn:aws:lambda:us-east-1:123456789012:function:resize";
const KEY: &str = "arn:aws:kms:us-east-1:123456789012:key/1";

pub(crate) fn create_function() -> CreateFunctionInput {
    let code = FunctionCode::new()
        .with_zip_file(vec![0, 1, 254, 255])
        .with_s3_bucket("bucket")
        .with_s3_key("key")
        .with_s3_object_version("version")
        .with_image_uri("image")
        .with_source_kms_key_arn(KEY);
    CreateFunctionInput::new(NAME, "arn:aws:iam::123456789012:role/service/r", code)
        .with_runtime(Runtime::Python3_12)
        .with_handler("index.handler")
        .with_description("ä \"quoted\" \\ text\n\u{1F600}\u{7f}")
        .with_timeout(900)
        .with_memory_size(10240)
        .with_publish(true)
        .with_vpc_config(
            VpcConfig::new()
                .with_subnet_ids(["subnet-1", "subnet-2"])
                .with_security_group_ids(["sg-1"])
                .with_ipv6_allowed_for_dual_stack(true),
        )
        .with_package_type(PackageType::Image)
        .with_dead_letter_config(
            DeadLetterConfig::new().with_target_arn("arn:aws:sqs:us-east-1:123456789012:q"),
        )
        .with_environment(Environment::new().with_variables([("NAME", "value"), ("OTHER", "")]))
        .with_kms_key_arn(KEY)
        .with_tracing_config(TracingConfig::new().with_mode(TracingMode::Active))
        .with_tags([("team", "tools"), ("", "empty")])
        .with_layers(["arn:aws:lambda:us-east-1:123456789012:layer:libs:3"])
        .with_file_system_configs([FileSystemConfig::new(
            "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0",
            "/mnt/data",
        )])
        .with_image_config(
            ImageConfig::new()
                .with_entry_point(["/bin/sh", "-c"])
                .with_command(["run"])
                .with_working_directory("/work"),
        )
        .with_code_signing_config_arn(
            "arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdef0",
        )
        .with_architectures([Architecture::Arm64])
        .with_ephemeral_storage(EphemeralStorage::new(10240))
        .with_snap_start(SnapStart::new().with_apply_on(SnapStartApplyOn::PublishedVersions))
        .with_logging_config(
            LoggingConfig::new()
                .with_log_format(LogFormat::Json)
                .with_application_log_level(ApplicationLogLevel::Trace)
                .with_system_log_level(SystemLogLevel::Warn)
                .with_log_group("/aws/lambda/resize"),
        )
}

pub(crate) fn update_function_code() -> UpdateFunctionCodeInput {
    UpdateFunctionCodeInput::new("resize:$LATEST")
        .with_zip_file(vec![7; 3000])
        .with_s3_bucket("bucket")
        .with_s3_key("key")
        .with_s3_object_version("version")
        .with_image_uri("image")
        .with_publish(true)
        .with_dry_run(true)
        .with_revision_id("revision")
        .with_architectures([Architecture::X86_64])
        .with_source_kms_key_arn(KEY)
}

pub(crate) fn get_function() -> GetFunctionInput {
    GetFunctionInput::new(NAME).with_qualifier("$LATEST")
}

pub(crate) fn delete_function() -> DeleteFunctionInput {
    DeleteFunctionInput::new(NAME).with_qualifier("7")
}

pub(crate) fn publish_version() -> PublishVersionInput {
    PublishVersionInput::new(NAME)
        .with_code_sha256("digest=")
        .with_description("the first")
        .with_revision_id("revision")
}

pub(crate) fn list_versions_by_function() -> ListVersionsByFunctionInput {
    ListVersionsByFunctionInput::new(NAME).with_marker("a b&c=d+e/ü%").with_max_items(10_000)
}

pub(crate) fn publish_layer_version() -> PublishLayerVersionInput {
    let content = LayerVersionContentInput::new()
        .with_s3_bucket("bucket")
        .with_s3_key("key")
        .with_s3_object_version("version")
        .with_zip_file(Vec::new());
    PublishLayerVersionInput::new("arn:aws:lambda:us-east-1:123456789012:layer:libs", content)
        .with_description("")
        .with_compatible_runtimes([Runtime::Python3_12, Runtime::Nodejs4_3Edge])
        .with_license_info("MIT")
        .with_compatible_architectures([Architecture::X86_64, Architecture::Arm64])
}

pub(crate) fn get_layer_version() -> GetLayerVersionInput {
    GetLayerVersionInput::new("libs", i64::MAX)
}

pub(crate) fn get_layer_version_by_arn() -> GetLayerVersionByArnInput {
    GetLayerVersionByArnInput::new("arn:aws:lambda:us-east-1:123456789012:layer:libs:3")
}

pub(crate) fn list_layer_versions() -> ListLayerVersionsInput {
    ListLayerVersionsInput::new("libs")
        .with_compatible_runtime(Runtime::ProvidedAl2023)
        .with_marker("marker")
        .with_max_items(50)
        .with_compatible_architecture(Architecture::Arm64)
}

pub(crate) fn delete_layer_version() -> DeleteLayerVersionInput {
    DeleteLayerVersionInput::new("libs", i64::MIN)
}
