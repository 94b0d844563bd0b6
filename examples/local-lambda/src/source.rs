//! Where code comes from: an archive sent along, or a place that this server cannot reach.

use std::sync::Arc;

use lambda_server::farrier_runtime::Blob;
use lambda_server::operation::UpdateFunctionCodeInput;
use lambda_server::types::{FunctionCode, LayerVersionContentInput};

use crate::archive::Archive;
use crate::refusal::Refusal;

/// What a request says about where the code is. The archive is taken out of it.
#[derive(Debug)]
pub(crate) struct Source {
    archive: Option<Blob>,
    bucket: Option<String>,
    image: Option<String>,
}

impl Source {
    pub(crate) fn of_function(code: &mut FunctionCode) -> Self {
        Self {
            archive: code.zip_file.take(),
            bucket: code.s3_bucket.take(),
            image: code.image_uri.take(),
        }
    }

    pub(crate) fn of_update(input: &mut UpdateFunctionCodeInput) -> Self {
        Self {
            archive: input.zip_file.take(),
            bucket: input.s3_bucket.take(),
            image: input.image_uri.take(),
        }
    }

    pub(crate) fn of_layer(content: &mut LayerVersionContentInput) -> Self {
        Self { archive: content.zip_file.take(), bucket: content.s3_bucket.take(), image: None }
    }

    /// The archive. There is no S3 here and no ECR, so what lies there is never found.
    pub(crate) fn fetch(self) -> Result<Arc<Archive>, Refusal> {
        match self {
            Self { archive: Some(archive), bucket: None, image: None } => Archive::open(archive),
            Self { archive: None, bucket: Some(_), image: None } => Err(Refusal::invalid(
                "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket \
                 does not exist",
            )),
            Self { archive: None, bucket: None, image: Some(image) } => Err(Refusal::invalid(
                format!("Source image {image} does not exist. Provide a valid source image."),
            )),
            Self { archive: None, bucket: None, image: None } => {
                Err(Refusal::invalid("Please provide a source for function code."))
            }
            Self { .. } => {
                Err(Refusal::invalid("Please provide one source for function code only."))
            }
        }
    }
}
