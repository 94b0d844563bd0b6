//! `UpdateFunctionCode`: `PUT /2015-03-31/functions/{FunctionName}/code`.

use crate::types::{
    Architecture, CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, InvalidCodeSignatureException,
    InvalidParameterValueException, PreconditionFailedException,
    ResourceConflictException, ResourceNotFoundException, ServiceException,
    TooManyRequestsException,
};
use farrier_runtime::{Blob, Redacted, codec};
use farrier_runtime::codec::{Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `UpdateFunctionCode` takes.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UpdateFunctionCodeInput {
    /// The function: its name (`resize`), a partial ARN (`123456789012:function:resize`), or the whole
    /// ARN. The name part has at most 64 characters.
    ///
    /// 1 to 140 characters; sent in the path.
    pub function_name: String,
    /// A ZIP archive, up to 50 MB. It travels as base64 inside the request's JSON.
    pub zip_file: Option<Blob>,
    /// The S3 bucket that holds the archive. It must be in the function's region; the account may be
    /// another.
    ///
    /// 3 to 63 characters.
    pub s3_bucket: Option<String>,
    /// The archive's key in that bucket.
    ///
    /// 1 to 1024 characters.
    pub s3_key: Option<String>,
    /// Which version of the S3 object to take, if the bucket keeps several; the newest if left out.
    ///
    /// 1 to 1024 characters.
    pub s3_object_version: Option<String>,
    /// The image, as a URI in ECR with a tag or digest. For functions of package type `Image` only.
    pub image_uri: Option<String>,
    /// Whether to publish a version from the new code, as `PublishVersion` would.
    pub publish: bool,
    /// Whether to check the request and the caller's permissions only, and change nothing.
    pub dry_run: bool,
    /// The revision that the function must be at, or the call fails with a
    /// `PreconditionFailedException`. Guards against overwriting somebody else's change.
    pub revision_id: Option<String>,
    /// The one instruction set that the new code is built for; `x86_64` if left out.
    ///
    /// Exactly 1 item.
    pub architectures: Option<Vec<Architecture>>,
    /// ARN of the KMS key that the archive is encrypted with; a key of Lambda's own if left out.
    pub source_kms_key_arn: Option<String>,
}

impl UpdateFunctionCodeInput {
    /// One with what is required, and nothing else.
    pub fn new(function_name: impl Into<String>) -> Self {
        Self {
            function_name: function_name.into(),
            zip_file: None,
            s3_bucket: None,
            s3_key: None,
            s3_object_version: None,
            image_uri: None,
            publish: false,
            dry_run: false,
            revision_id: None,
            architectures: None,
            source_kms_key_arn: None,
        }
    }
}

impl fmt::Debug for UpdateFunctionCodeInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UpdateFunctionCodeInput")
            .field("function_name", &self.function_name)
            .field("zip_file", &Redacted::option(&self.zip_file))
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("image_uri", &self.image_uri)
            .field("publish", &self.publish)
            .field("dry_run", &self.dry_run)
            .field("revision_id", &self.revision_id)
            .field("architectures", &self.architectures)
            .field("source_kms_key_arn", &self.source_kms_key_arn)
            .finish()
    }
}

/// The errors that `UpdateFunctionCode` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateFunctionCodeError {
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
    /// Status 412.
    PreconditionFailedException(PreconditionFailedException),
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

impl fmt::Display for UpdateFunctionCodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeSigningConfigNotFoundException(error) => {
                write!(formatter, "{error}")
            }
            Self::CodeStorageExceededException(error) => write!(formatter, "{error}"),
            Self::CodeVerificationFailedException(error) => write!(formatter, "{error}"),
            Self::InvalidCodeSignatureException(error) => write!(formatter, "{error}"),
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::PreconditionFailedException(error) => write!(formatter, "{error}"),
            Self::ResourceConflictException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for UpdateFunctionCodeError {}

impl From<CodeSigningConfigNotFoundException> for UpdateFunctionCodeError {
    fn from(error: CodeSigningConfigNotFoundException) -> Self {
        Self::CodeSigningConfigNotFoundException(error)
    }
}

impl From<CodeStorageExceededException> for UpdateFunctionCodeError {
    fn from(error: CodeStorageExceededException) -> Self {
        Self::CodeStorageExceededException(error)
    }
}

impl From<CodeVerificationFailedException> for UpdateFunctionCodeError {
    fn from(error: CodeVerificationFailedException) -> Self {
        Self::CodeVerificationFailedException(error)
    }
}

impl From<InvalidCodeSignatureException> for UpdateFunctionCodeError {
    fn from(error: InvalidCodeSignatureException) -> Self {
        Self::InvalidCodeSignatureException(error)
    }
}

impl From<InvalidParameterValueException> for UpdateFunctionCodeError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<PreconditionFailedException> for UpdateFunctionCodeError {
    fn from(error: PreconditionFailedException) -> Self {
        Self::PreconditionFailedException(error)
    }
}

impl From<ResourceConflictException> for UpdateFunctionCodeError {
    fn from(error: ResourceConflictException) -> Self {
        Self::ResourceConflictException(error)
    }
}

impl From<ResourceNotFoundException> for UpdateFunctionCodeError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for UpdateFunctionCodeError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for UpdateFunctionCodeError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "UpdateFunctionCode",
    )
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "UpdateFunctionCodeInput",
    &[
        Member::new("FunctionName").required().length(1, 140).pattern(&INPUT_PATTERN_1),
        Member::new("ZipFile").sensitive(),
        Member::new("S3Bucket").length(3, 63).pattern(&INPUT_PATTERN_2),
        Member::new("S3Key").length(1, 1024),
        Member::new("S3ObjectVersion").length(1, 1024),
        Member::new("ImageUri"),
        Member::new("Publish"),
        Member::new("DryRun"),
        Member::new("RevisionId"),
        Member::new("Architectures").length(1, 1),
        Member::new("SourceKMSKeyArn").pattern(&INPUT_PATTERN_3),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

static INPUT_PATTERN_2: Pattern = Pattern::backtracking(
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
);

static INPUT_PATTERN_3: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:[a-z0-9\\-\\.]+:[^\\n\\r\\u{2028}\\u{2029}]*)|(?:)$",
);

impl FromRequest for UpdateFunctionCodeInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let function_name = input.label(0, 0)?;
        let mut zip_file = None;
        let mut s3_bucket = None;
        let mut s3_key = None;
        let mut s3_object_version = None;
        let mut image_uri = None;
        let mut publish = None;
        let mut dry_run = None;
        let mut revision_id = None;
        let mut architectures = None;
        let mut source_kms_key_arn = None;
        while let Some(member) = input.next()? {
            match member {
                1 => zip_file = input.value()?,
                2 => s3_bucket = input.value()?,
                3 => s3_key = input.value()?,
                4 => s3_object_version = input.value()?,
                5 => image_uri = input.value()?,
                6 => publish = input.value()?,
                7 => dry_run = input.value()?,
                8 => revision_id = input.value()?,
                9 => architectures = input.value()?,
                10 => source_kms_key_arn = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            zip_file,
            s3_bucket,
            s3_key,
            s3_object_version,
            image_uri,
            publish: publish.unwrap_or_default(),
            dry_run: dry_run.unwrap_or_default(),
            revision_id,
            architectures,
            source_kms_key_arn,
        })
    }
}

impl Failure for UpdateFunctionCodeError {
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
            Self::PreconditionFailedException(error) => {
                response.error("PreconditionFailedException", 412, error)
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

impl From<Fault> for UpdateFunctionCodeError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
