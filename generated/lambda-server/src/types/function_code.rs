use farrier_runtime::{Blob, Redacted};
use farrier_runtime::codec::{Decode, Halt, Member, Pattern, Reader, Structure};
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
        Member::new("ZipFile").sensitive(),
        Member::new("S3Bucket").length(3, 63).pattern(&FUNCTION_CODE_PATTERN_1),
        Member::new("S3Key").length(1, 1024),
        Member::new("S3ObjectVersion").length(1, 1024),
        Member::new("ImageUri"),
        Member::new("SourceKMSKeyArn").pattern(&FUNCTION_CODE_PATTERN_2),
    ],
);

static FUNCTION_CODE_PATTERN_1: Pattern = Pattern::backtracking(
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
);

static FUNCTION_CODE_PATTERN_2: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:[a-z0-9\\-\\.]+:[^\\n\\r\\u{2028}\\u{2029}]*)|(?:)$",
);

impl Decode for FunctionCode {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&FUNCTION_CODE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.zip_file = members.value()?,
                1 => value.s3_bucket = members.value()?,
                2 => value.s3_key = members.value()?,
                3 => value.s3_object_version = members.value()?,
                4 => value.image_uri = members.value()?,
                5 => value.source_kms_key_arn = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
