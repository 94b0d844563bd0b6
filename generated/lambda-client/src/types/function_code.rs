use farrier_runtime::{Blob, Redacted};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use std::fmt;

/// The code of a new function: an archive sent along, an archive in S3, or an image. Give exactly
/// one.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FunctionCode {
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
    /// ARN of the KMS key that the archive is encrypted with; a key of Lambda's own if left out.
    pub source_kms_key_arn: Option<String>,
}

impl FunctionCode {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
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

impl fmt::Debug for FunctionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FunctionCode")
            .field("zip_file", &Redacted::option(&self.zip_file))
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("image_uri", &self.image_uri)
            .field("source_kms_key_arn", &self.source_kms_key_arn)
            .finish()
    }
}

static FUNCTION_CODE: Structure = Structure::new(
    "FunctionCode",
    &[
        Member::new("ZipFile"),
        Member::new("S3Bucket"),
        Member::new("S3Key"),
        Member::new("S3ObjectVersion"),
        Member::new("ImageUri"),
        Member::new("SourceKMSKeyArn"),
    ],
);

impl Encode for FunctionCode {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FUNCTION_CODE);
        members.optional(0, &self.zip_file);
        members.optional(1, &self.s3_bucket);
        members.optional(2, &self.s3_key);
        members.optional(3, &self.s3_object_version);
        members.optional(4, &self.image_uri);
        members.optional(5, &self.source_kms_key_arn);
        members.end();
    }
}
