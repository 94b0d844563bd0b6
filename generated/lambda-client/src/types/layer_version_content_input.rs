use farrier_runtime::{Blob, Redacted};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
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

impl LayerVersionContentInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
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

    /// Sets [`zip_file`](Self::zip_file).
    #[must_use]
    pub fn with_zip_file(mut self, zip_file: impl Into<Blob>) -> Self {
        self.zip_file = Some(zip_file.into());
        self
    }
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
        Member::new("S3Bucket"),
        Member::new("S3Key"),
        Member::new("S3ObjectVersion"),
        Member::new("ZipFile"),
    ],
);

impl Encode for LayerVersionContentInput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LAYER_VERSION_CONTENT_INPUT);
        members.optional(0, &self.s3_bucket);
        members.optional(1, &self.s3_key);
        members.optional(2, &self.s3_object_version);
        members.optional(3, &self.zip_file);
        members.end();
    }
}
