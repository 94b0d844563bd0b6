use crate::types::{ImageConfig, ImageConfigError};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// How an image is started; if that could not be found out, the error instead.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImageConfigResponse {
    /// The settings that differ from the Dockerfile's.
    pub image_config: Option<ImageConfig>,
    /// Why they are missing, if they are.
    pub error: Option<ImageConfigError>,
}

impl ImageConfigResponse {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`image_config`](Self::image_config).
    #[must_use]
    pub fn with_image_config(mut self, image_config: ImageConfig) -> Self {
        self.image_config = Some(image_config);
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn with_error(mut self, error: ImageConfigError) -> Self {
        self.error = Some(error);
        self
    }
}

static IMAGE_CONFIG_RESPONSE: Structure = Structure::new(
    "ImageConfigResponse",
    &[Member::new("ImageConfig"), Member::new("Error")],
);

impl Encode for ImageConfigResponse {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&IMAGE_CONFIG_RESPONSE);
        members.optional(0, &self.image_config);
        members.optional(1, &self.error);
        members.end();
    }
}
