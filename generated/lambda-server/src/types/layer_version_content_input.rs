use farrier_runtime::{Blob, Redacted};
use farrier_runtime::codec::{Decode, Halt, Member, Pattern, Reader, Structure};
use std::fmt;

/// The archive of a new layer version: sent along in `ZipFile`, or named by its place in S3.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LayerVersionContentInput {
    /// The S3 bucket that holds the archive.
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
    /// A ZIP archive, up to 50 MB. It travels as base64 inside the request's JSON.
    pub zip_file: Option<Blob>,
}

impl fmt::Debug for LayerVersionContentInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LayerVersionContentInput")
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_key", &self.s3_key)
            .field("s3_object_version", &self.s3_object_version)
            .field("zip_file", &Redacted::option(&self.zip_file))
            .finish()
    }
}

static LAYER_VERSION_CONTENT_INPUT: Structure = Structure::new(
    "LayerVersionContentInput",
    &[
        Member::new("S3Bucket")
            .length(3, 63)
            .pattern(&LAYER_VERSION_CONTENT_INPUT_PATTERN_1),
        Member::new("S3Key").length(1, 1024),
        Member::new("S3ObjectVersion").length(1, 1024),
        Member::new("ZipFile").sensitive(),
    ],
);

static LAYER_VERSION_CONTENT_INPUT_PATTERN_1: Pattern = Pattern::backtracking(
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
    "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$",
);

impl Decode for LayerVersionContentInput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LAYER_VERSION_CONTENT_INPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.s3_bucket = members.value()?,
                1 => value.s3_key = members.value()?,
                2 => value.s3_object_version = members.value()?,
                3 => value.zip_file = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
