use crate::types::{Architecture, Runtime};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// A version of a layer, as lists show it: without its archive.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LayerVersionsListItem {
    /// ARN of the version, which is what functions refer to.
    pub layer_version_arn: Option<String>,
    /// Its number.
    pub version: i64,
    /// The note that it was published with.
    pub description: Option<String>,
    /// When it was published: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    pub created_date: Option<String>,
    /// The runtimes it is meant for.
    pub compatible_runtimes: Option<Vec<Runtime>>,
    /// The terms that it may be used under.
    pub license_info: Option<String>,
    /// The instruction sets it is meant for.
    pub compatible_architectures: Option<Vec<Architecture>>,
}

static LAYER_VERSIONS_LIST_ITEM: Structure = Structure::new(
    "LayerVersionsListItem",
    &[
        Member::new("LayerVersionArn"),
        Member::new("Version"),
        Member::new("Description"),
        Member::new("CreatedDate"),
        Member::new("CompatibleRuntimes"),
        Member::new("LicenseInfo"),
        Member::new("CompatibleArchitectures"),
    ],
);

impl Decode for LayerVersionsListItem {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LAYER_VERSIONS_LIST_ITEM)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.layer_version_arn = members.value()?,
                1 => value.version = members.value()?.unwrap_or_default(),
                2 => value.description = members.value()?,
                3 => value.created_date = members.value()?,
                4 => value.compatible_runtimes = members.value()?,
                5 => value.license_info = members.value()?,
                6 => value.compatible_architectures = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
