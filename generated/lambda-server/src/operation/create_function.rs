//! `CreateFunction`: `POST /2015-03-31/functions`.

use crate::types::{
    Architecture, CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, DeadLetterConfig, Environment, EphemeralStorage,
    FileSystemConfig, FunctionCode, ImageConfig, InvalidCodeSignatureException,
    InvalidParameterValueException, LoggingConfig, PackageType,
    ResourceConflictException, ResourceNotFoundException, Runtime, ServiceException,
    SnapStart, TooManyRequestsException, TracingConfig, VpcConfig,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Bound, Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `CreateFunction` takes.
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
    pub publish: bool,
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
            publish: false,
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
}

/// The errors that `CreateFunction` can answer with.
#[derive(Clone, Debug, PartialEq)]
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
    /// Anything that the model does not name.
    Unmodelled(Fault),
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
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for CreateFunctionError {}

impl From<CodeSigningConfigNotFoundException> for CreateFunctionError {
    fn from(error: CodeSigningConfigNotFoundException) -> Self {
        Self::CodeSigningConfigNotFoundException(error)
    }
}

impl From<CodeStorageExceededException> for CreateFunctionError {
    fn from(error: CodeStorageExceededException) -> Self {
        Self::CodeStorageExceededException(error)
    }
}

impl From<CodeVerificationFailedException> for CreateFunctionError {
    fn from(error: CodeVerificationFailedException) -> Self {
        Self::CodeVerificationFailedException(error)
    }
}

impl From<InvalidCodeSignatureException> for CreateFunctionError {
    fn from(error: InvalidCodeSignatureException) -> Self {
        Self::InvalidCodeSignatureException(error)
    }
}

impl From<InvalidParameterValueException> for CreateFunctionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceConflictException> for CreateFunctionError {
    fn from(error: ResourceConflictException) -> Self {
        Self::ResourceConflictException(error)
    }
}

impl From<ResourceNotFoundException> for CreateFunctionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for CreateFunctionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for CreateFunctionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("CreateFunction")
    .status(201)
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "CreateFunctionInput",
    &[
        Member::new("FunctionName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("Runtime"),
        Member::new("Role").required().pattern(&INPUT_PATTERN_2),
        Member::new("Handler").length(0, 128).pattern(&INPUT_PATTERN_3),
        Member::new("Code").required(),
        Member::new("Description").length(0, 256),
        Member::new("Timeout").min(Bound::Integer(1)),
        Member::new("MemorySize").min(Bound::Integer(128)).max(Bound::Integer(10240)),
        Member::new("Publish"),
        Member::new("VpcConfig"),
        Member::new("PackageType"),
        Member::new("DeadLetterConfig"),
        Member::new("Environment"),
        Member::new("KMSKeyArn").pattern(&INPUT_PATTERN_4),
        Member::new("TracingConfig"),
        Member::new("Tags"),
        Member::new("Layers")
            .items(&Member::new("member").length(1, 140).pattern(&INPUT_PATTERN_5)),
        Member::new("FileSystemConfigs").length(0, 1),
        Member::new("ImageConfig"),
        Member::new("CodeSigningConfigArn").length(0, 200).pattern(&INPUT_PATTERN_6),
        Member::new("Architectures").length(1, 1),
        Member::new("EphemeralStorage"),
        Member::new("SnapStart"),
        Member::new("LoggingConfig"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

static INPUT_PATTERN_2: Pattern = Pattern::new(
    "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$",
    "^arn:(?:aws[a-zA-Z\\-]*)?:iam::[0-9]{12}:role/?[a-zA-Z_0-9\\+=,\\.@\\-_/]+$",
);

static INPUT_PATTERN_3: Pattern = Pattern::new(
    "^[^\\s]+$",
    "^[^\\t-\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]+$",
);

static INPUT_PATTERN_4: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:[a-z0-9\\-\\.]+:[^\\n\\r\\u{2028}\\u{2029}]*)|(?:)$",
);

static INPUT_PATTERN_5: Pattern = Pattern::new(
    "^arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+$",
    "^arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:layer:[a-zA-Z0-9\\-_]+:[0-9]+$",
);

static INPUT_PATTERN_6: Pattern = Pattern::new(
    "^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$",
    "^arn:(?:aws[a-zA-Z\\-]*)?:lambda:[a-z]{2}(?:(?:\\-gov)|(?:\\-iso(?:b?)))?\\-[a-z]+\\-[0-9]{1}:[0-9]{12}:code\\-signing\\-config:csc\\-[a-z0-9]{17}$",
);

impl FromRequest for CreateFunctionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut function_name = None;
        let mut runtime = None;
        let mut role = None;
        let mut handler = None;
        let mut code = None;
        let mut description = None;
        let mut timeout = None;
        let mut memory_size = None;
        let mut publish = None;
        let mut vpc_config = None;
        let mut package_type = None;
        let mut dead_letter_config = None;
        let mut environment = None;
        let mut kms_key_arn = None;
        let mut tracing_config = None;
        let mut tags = None;
        let mut layers = None;
        let mut file_system_configs = None;
        let mut image_config = None;
        let mut code_signing_config_arn = None;
        let mut architectures = None;
        let mut ephemeral_storage = None;
        let mut snap_start = None;
        let mut logging_config = None;
        while let Some(member) = input.next()? {
            match member {
                0 => function_name = input.value()?,
                1 => runtime = input.value()?,
                2 => role = input.value()?,
                3 => handler = input.value()?,
                4 => code = input.value()?,
                5 => description = input.value()?,
                6 => timeout = input.value()?,
                7 => memory_size = input.value()?,
                8 => publish = input.value()?,
                9 => vpc_config = input.value()?,
                10 => package_type = input.value()?,
                11 => dead_letter_config = input.value()?,
                12 => environment = input.value()?,
                13 => kms_key_arn = input.value()?,
                14 => tracing_config = input.value()?,
                15 => tags = input.value()?,
                16 => layers = input.value()?,
                17 => file_system_configs = input.value()?,
                18 => image_config = input.value()?,
                19 => code_signing_config_arn = input.value()?,
                20 => architectures = input.value()?,
                21 => ephemeral_storage = input.value()?,
                22 => snap_start = input.value()?,
                23 => logging_config = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            runtime,
            role: codec::required(role)?,
            handler,
            code: codec::required(code)?,
            description,
            timeout,
            memory_size,
            publish: publish.unwrap_or_default(),
            vpc_config,
            package_type,
            dead_letter_config,
            environment,
            kms_key_arn,
            tracing_config,
            tags,
            layers,
            file_system_configs,
            image_config,
            code_signing_config_arn,
            architectures,
            ephemeral_storage,
            snap_start,
            logging_config,
        })
    }
}

impl Failure for CreateFunctionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::CodeSigningConfigNotFoundException(error) => {
                response.error("CodeSigningConfigNotFoundException", 404, error)
            }
            Self::CodeStorageExceededException(error) => {
                response.error("CodeStorageExceededException", 400, error)
            }
            Self::CodeVerificationFailedException(error) => {
                response.error("CodeVerificationFailedException", 400, error)
            }
            Self::InvalidCodeSignatureException(error) => {
                response.error("InvalidCodeSignatureException", 400, error)
            }
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
            }
            Self::ResourceConflictException(error) => {
                response.error("ResourceConflictException", 409, error)
            }
            Self::ResourceNotFoundException(error) => {
                response.error("ResourceNotFoundException", 404, error)
            }
            Self::ServiceException(error) => {
                response.error("ServiceException", 500, error)
            }
            Self::TooManyRequestsException(error) => {
                response.error("TooManyRequestsException", 429, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for CreateFunctionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
