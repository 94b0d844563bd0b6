//! `UpdateFunctionCode`: `PUT /2015-03-31/functions/{FunctionName}/code`.

use crate::types::{
    Architecture, CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, FunctionConfiguration,
    InvalidCodeSignatureException, InvalidParameterValueException,
    PreconditionFailedException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::{Blob, Redacted};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`update_function_code`](crate::Client::update_function_code) takes.
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
    pub publish: Option<bool>,
    /// Whether to check the request and the caller's permissions only, and change nothing.
    pub dry_run: Option<bool>,
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
            publish: None,
            dry_run: None,
            revision_id: None,
            architectures: None,
            source_kms_key_arn: None,
        }
    }

    /// Sets [`zip_file`](Self::zip_file).
    #[must_use]
    pub fn with_zip_file(mut self, zip_file: impl Into<Blob>) -> Self {
        self.zip_file = Some(zip_file.into());
        self
    }

    /// Sets [`s3_bucket`](Self::s3_bucket).
    #[must_use]
    pub fn with_s3_bucket(mut self, s3_bucket: impl Into<String>) -> Self {
        self.s3_bucket = Some(s3_bucket.into());
        self
    }

    /// Sets [`s3_key`](Self::s3_key).
    #[must_use]
    pub fn with_s3_key(mut self, s3_key: impl Into<String>) -> Self {
        self.s3_key = Some(s3_key.into());
        self
    }

    /// Sets [`s3_object_version`](Self::s3_object_version).
    #[must_use]
    pub fn with_s3_object_version(
        mut self,
        s3_object_version: impl Into<String>,
    ) -> Self {
        self.s3_object_version = Some(s3_object_version.into());
        self
    }

    /// Sets [`image_uri`](Self::image_uri).
    #[must_use]
    pub fn with_image_uri(mut self, image_uri: impl Into<String>) -> Self {
        self.image_uri = Some(image_uri.into());
        self
    }

    /// Sets [`publish`](Self::publish).
    #[must_use]
    pub fn with_publish(mut self, publish: bool) -> Self {
        self.publish = Some(publish);
        self
    }

    /// Sets [`dry_run`](Self::dry_run).
    #[must_use]
    pub fn with_dry_run(mut self, dry_run: bool) -> Self {
        self.dry_run = Some(dry_run);
        self
    }

    /// Sets [`revision_id`](Self::revision_id).
    #[must_use]
    pub fn with_revision_id(mut self, revision_id: impl Into<String>) -> Self {
        self.revision_id = Some(revision_id.into());
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

    /// Sets [`source_kms_key_arn`](Self::source_kms_key_arn).
    #[must_use]
    pub fn with_source_kms_key_arn(
        mut self,
        source_kms_key_arn: impl Into<String>,
    ) -> Self {
        self.source_kms_key_arn = Some(source_kms_key_arn.into());
        self
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

/// The errors that `UpdateFunctionCode` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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
        }
    }
}

impl Error for UpdateFunctionCodeError {}

impl ServiceError for UpdateFunctionCodeError {
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
            Self::PreconditionFailedException(..) => "PreconditionFailedException",
            Self::ResourceConflictException(..) => "ResourceConflictException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 10] = [
    ErrorMetadata::new("CodeSigningConfigNotFoundException", 404),
    ErrorMetadata::new("CodeStorageExceededException", 400),
    ErrorMetadata::new("CodeVerificationFailedException", 400),
    ErrorMetadata::new("InvalidCodeSignatureException", 400),
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("PreconditionFailedException", 412),
    ErrorMetadata::new("ResourceConflictException", 409),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "UpdateFunctionCode",
        "PUT",
        "/2015-03-31/functions/{FunctionName}/code",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "UpdateFunctionCodeInput",
    &[
        Member::new("FunctionName"),
        Member::new("ZipFile"),
        Member::new("S3Bucket"),
        Member::new("S3Key"),
        Member::new("S3ObjectVersion"),
        Member::new("ImageUri"),
        Member::new("Publish"),
        Member::new("DryRun"),
        Member::new("RevisionId"),
        Member::new("Architectures"),
        Member::new("SourceKMSKeyArn"),
    ],
);

impl Operation for UpdateFunctionCodeInput {
    type Output = FunctionConfiguration;
    type Error = UpdateFunctionCodeError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        request.literal("/code");
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.zip_file);
        members.optional(2, &self.s3_bucket);
        members.optional(3, &self.s3_key);
        members.optional(4, &self.s3_object_version);
        members.optional(5, &self.image_uri);
        members.optional(6, &self.publish);
        members.optional(7, &self.dry_run);
        members.optional(8, &self.revision_id);
        members.optional(9, &self.architectures);
        members.optional(10, &self.source_kms_key_arn);
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
                UpdateFunctionCodeError::CodeSigningConfigNotFoundException(
                    response.body()?,
                )
            }
            "CodeStorageExceededException" => {
                UpdateFunctionCodeError::CodeStorageExceededException(response.body()?)
            }
            "CodeVerificationFailedException" => {
                UpdateFunctionCodeError::CodeVerificationFailedException(
                    response.body()?,
                )
            }
            "InvalidCodeSignatureException" => {
                UpdateFunctionCodeError::InvalidCodeSignatureException(response.body()?)
            }
            "InvalidParameterValueException" => {
                UpdateFunctionCodeError::InvalidParameterValueException(response.body()?)
            }
            "PreconditionFailedException" => {
                UpdateFunctionCodeError::PreconditionFailedException(response.body()?)
            }
            "ResourceConflictException" => {
                UpdateFunctionCodeError::ResourceConflictException(response.body()?)
            }
            "ResourceNotFoundException" => {
                UpdateFunctionCodeError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => {
                UpdateFunctionCodeError::ServiceException(response.body()?)
            }
            "TooManyRequestsException" => {
                UpdateFunctionCodeError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
