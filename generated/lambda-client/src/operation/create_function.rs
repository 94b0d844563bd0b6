//! `CreateFunction`: `POST /2015-03-31/functions`.

use crate::types::{
    Architecture, CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, DeadLetterConfig, Environment, EphemeralStorage,
    FileSystemConfig, FunctionCode, FunctionConfiguration, ImageConfig,
    InvalidCodeSignatureException, InvalidParameterValueException, LoggingConfig,
    PackageType, ResourceConflictException, ResourceNotFoundException, Runtime,
    ServiceException, SnapStart, TooManyRequestsException, TracingConfig, VpcConfig,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`create_function`](crate::Client::create_function) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CreateFunctionInput {
    /// What to call the function: a plain name of up to 64 characters, or an ARN, complete or partial,
    /// that ends in one.
    ///
    /// 1 to 140 characters.
    pub function_name: String,
    /// The language environment to run in. Needed with an archive, refused with an image.
    pub runtime: Option<Runtime>,
    /// ARN of the IAM role that the function acts as.
    pub role: String,
    /// Where in the code to start, in the form that the runtime expects: `index.handler` means
    /// `handler` in the file `index` for Node.js and Python. Needed with an archive.
    ///
    /// At most 128 characters.
    pub handler: Option<String>,
    /// The code itself, or where to fetch it.
    pub code: FunctionCode,
    /// A note for people, up to 256 characters.
    ///
    /// At most 256 characters.
    pub description: Option<String>,
    /// How many seconds one invocation may take before it is cut off: 1 to 900, and 3 if left out.
    ///
    /// At least 1.
    pub timeout: Option<i32>,
    /// Memory in MB, 128 to 10,240; 128 if left out. Processor time is granted in proportion.
    ///
    /// 128 to 10240.
    pub memory_size: Option<i32>,
    /// Whether to publish version 1 right away.
    pub publish: Option<bool>,
    /// Subnets and security groups, for a function that must reach into a VPC.
    pub vpc_config: Option<VpcConfig>,
    /// Whether the code is an archive or an image; `Zip` if left out.
    pub package_type: Option<PackageType>,
    /// Where events go whose asynchronous processing failed for good.
    pub dead_letter_config: Option<DeadLetterConfig>,
    /// Environment variables.
    pub environment: Option<Environment>,
    /// ARN of the KMS key that protects the function's environment variables, its unpacked code and its
    /// SnapStart snapshots. Left out, a key of Lambda's own does.
    pub kms_key_arn: Option<String>,
    /// Whether X-Ray traces invocations.
    pub tracing_config: Option<TracingConfig>,
    /// Tags to put on the function.
    pub tags: Option<BTreeMap<String, String>>,
    /// ARNs of up to five layer versions, unpacked in this order, so that a later one overwrites the
    /// files of an earlier one.
    pub layers: Option<Vec<String>>,
    /// An EFS file system to mount.
    ///
    /// At most 1 item.
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    /// Replacements for what an image's Dockerfile says about starting it.
    pub image_config: Option<ImageConfig>,
    /// ARN of the configuration that lists whose signatures the code must carry. Left out, unsigned
    /// code is fine.
    ///
    /// At most 200 characters.
    pub code_signing_config_arn: Option<String>,
    /// The one instruction set that the code is built for; `x86_64` if left out.
    ///
    /// Exactly 1 item.
    pub architectures: Option<Vec<Architecture>>,
    /// Room under `/tmp`; 512 MB if left out.
    pub ephemeral_storage: Option<EphemeralStorage>,
    /// Whether published versions start from a snapshot.
    pub snap_start: Option<SnapStart>,
    /// Which log lines are kept, in what form, and where.
    pub logging_config: Option<LoggingConfig>,
}

impl CreateFunctionInput {
    /// One with what is required, and nothing else.
    pub fn new(
        function_name: impl Into<String>,
        role: impl Into<String>,
        code: FunctionCode,
    ) -> Self {
        Self {
            function_name: function_name.into(),
            role: role.into(),
            code,
            runtime: None,
            handler: None,
            description: None,
            timeout: None,
            memory_size: None,
            publish: None,
            vpc_config: None,
            package_type: None,
            dead_letter_config: None,
            environment: None,
            kms_key_arn: None,
            tracing_config: None,
            tags: None,
            layers: None,
            file_system_configs: None,
            image_config: None,
            code_signing_config_arn: None,
            architectures: None,
            ephemeral_storage: None,
            snap_start: None,
            logging_config: None,
        }
    }

    /// Sets [`runtime`](Self::runtime).
    #[must_use]
    pub fn with_runtime(mut self, runtime: Runtime) -> Self {
        self.runtime = Some(runtime);
        self
    }

    /// Sets [`handler`](Self::handler).
    #[must_use]
    pub fn with_handler(mut self, handler: impl Into<String>) -> Self {
        self.handler = Some(handler.into());
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

    /// Sets [`publish`](Self::publish).
    #[must_use]
    pub fn with_publish(mut self, publish: bool) -> Self {
        self.publish = Some(publish);
        self
    }

    /// Sets [`vpc_config`](Self::vpc_config).
    #[must_use]
    pub fn with_vpc_config(mut self, vpc_config: VpcConfig) -> Self {
        self.vpc_config = Some(vpc_config);
        self
    }

    /// Sets [`package_type`](Self::package_type).
    #[must_use]
    pub fn with_package_type(mut self, package_type: PackageType) -> Self {
        self.package_type = Some(package_type);
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
    pub fn with_environment(mut self, environment: Environment) -> Self {
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
    pub fn with_tracing_config(mut self, tracing_config: TracingConfig) -> Self {
        self.tracing_config = Some(tracing_config);
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`layers`](Self::layers).
    #[must_use]
    pub fn with_layers(
        mut self,
        layers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.layers = Some(layers.into_iter().map(Into::into).collect());
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

    /// Sets [`image_config`](Self::image_config).
    #[must_use]
    pub fn with_image_config(mut self, image_config: ImageConfig) -> Self {
        self.image_config = Some(image_config);
        self
    }

    /// Sets [`code_signing_config_arn`](Self::code_signing_config_arn).
    #[must_use]
    pub fn with_code_signing_config_arn(
        mut self,
        code_signing_config_arn: impl Into<String>,
    ) -> Self {
        self.code_signing_config_arn = Some(code_signing_config_arn.into());
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
    pub fn with_snap_start(mut self, snap_start: SnapStart) -> Self {
        self.snap_start = Some(snap_start);
        self
    }

    /// Sets [`logging_config`](Self::logging_config).
    #[must_use]
    pub fn with_logging_config(mut self, logging_config: LoggingConfig) -> Self {
        self.logging_config = Some(logging_config);
        self
    }
}

/// The errors that `CreateFunction` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateFunctionError {
    /// Status 404.
    CodeSigningConfigNotFoundException(CodeSigningConfigNotFoundException),
    /// Status 400.
    CodeStorageExceededException(CodeStorageExceededException),
    /// Status 400.
    CodeVerificationFailedException(CodeVerificationFailedException),
    /// Status 400.
    InvalidCodeSignatureException(InvalidCodeSignatureException),
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 409.
    ResourceConflictException(ResourceConflictException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for CreateFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeSigningConfigNotFoundException(error) => {
                write!(formatter, "{error}")
            }
            Self::CodeStorageExceededException(error) => write!(formatter, "{error}"),
            Self::CodeVerificationFailedException(error) => write!(formatter, "{error}"),
            Self::InvalidCodeSignatureException(error) => write!(formatter, "{error}"),
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceConflictException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for CreateFunctionError {}

impl ServiceError for CreateFunctionError {
    fn code(&self) -> &str {
        match self {
            Self::CodeSigningConfigNotFoundException(..) => {
                "CodeSigningConfigNotFoundException"
            }
            Self::CodeStorageExceededException(..) => "CodeStorageExceededException",
            Self::CodeVerificationFailedException(..) => {
                "CodeVerificationFailedException"
            }
            Self::InvalidCodeSignatureException(..) => "InvalidCodeSignatureException",
            Self::InvalidParameterValueException(..) => "InvalidParameterValueException",
            Self::ResourceConflictException(..) => "ResourceConflictException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 9] = [
    ErrorMetadata::new("CodeSigningConfigNotFoundException", 404),
    ErrorMetadata::new("CodeStorageExceededException", 400),
    ErrorMetadata::new("CodeVerificationFailedException", 400),
    ErrorMetadata::new("InvalidCodeSignatureException", 400),
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("ResourceConflictException", 409),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "CreateFunction",
        "POST",
        "/2015-03-31/functions",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "CreateFunctionInput",
    &[
        Member::new("FunctionName"),
        Member::new("Runtime"),
        Member::new("Role"),
        Member::new("Handler"),
        Member::new("Code"),
        Member::new("Description"),
        Member::new("Timeout"),
        Member::new("MemorySize"),
        Member::new("Publish"),
        Member::new("VpcConfig"),
        Member::new("PackageType"),
        Member::new("DeadLetterConfig"),
        Member::new("Environment"),
        Member::new("KMSKeyArn"),
        Member::new("TracingConfig"),
        Member::new("Tags"),
        Member::new("Layers"),
        Member::new("FileSystemConfigs"),
        Member::new("ImageConfig"),
        Member::new("CodeSigningConfigArn"),
        Member::new("Architectures"),
        Member::new("EphemeralStorage"),
        Member::new("SnapStart"),
        Member::new("LoggingConfig"),
    ],
);

impl Operation for CreateFunctionInput {
    type Output = FunctionConfiguration;
    type Error = CreateFunctionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions");
        let mut members = request.structure(&INPUT);
        members.member(0, &self.function_name);
        members.optional(1, &self.runtime);
        members.member(2, &self.role);
        members.optional(3, &self.handler);
        members.member(4, &self.code);
        members.optional(5, &self.description);
        members.optional(6, &self.timeout);
        members.optional(7, &self.memory_size);
        members.optional(8, &self.publish);
        members.optional(9, &self.vpc_config);
        members.optional(10, &self.package_type);
        members.optional(11, &self.dead_letter_config);
        members.optional(12, &self.environment);
        members.optional(13, &self.kms_key_arn);
        members.optional(14, &self.tracing_config);
        members.optional(15, &self.tags);
        members.optional(16, &self.layers);
        members.optional(17, &self.file_system_configs);
        members.optional(18, &self.image_config);
        members.optional(19, &self.code_signing_config_arn);
        members.optional(20, &self.architectures);
        members.optional(21, &self.ephemeral_storage);
        members.optional(22, &self.snap_start);
        members.optional(23, &self.logging_config);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "CodeSigningConfigNotFoundException" => {
                CreateFunctionError::CodeSigningConfigNotFoundException(response.body()?)
            }
            "CodeStorageExceededException" => {
                CreateFunctionError::CodeStorageExceededException(response.body()?)
            }
            "CodeVerificationFailedException" => {
                CreateFunctionError::CodeVerificationFailedException(response.body()?)
            }
            "InvalidCodeSignatureException" => {
                CreateFunctionError::InvalidCodeSignatureException(response.body()?)
            }
            "InvalidParameterValueException" => {
                CreateFunctionError::InvalidParameterValueException(response.body()?)
            }
            "ResourceConflictException" => {
                CreateFunctionError::ResourceConflictException(response.body()?)
            }
            "ResourceNotFoundException" => {
                CreateFunctionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => CreateFunctionError::ServiceException(response.body()?),
            "TooManyRequestsException" => {
                CreateFunctionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
