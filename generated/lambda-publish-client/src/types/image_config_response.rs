use crate::types::{ImageConfig, ImageConfigError};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

static IMAGE_CONFIG_RESPONSE: Structure = Structure::new(
    "ImageConfigResponse",
    &[Member::new("ImageConfig"), Member::new("Error")],
);

impl Decode for ImageConfigResponse {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&IMAGE_CONFIG_RESPONSE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.image_config = members.value()?,
                1 => value.error = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
