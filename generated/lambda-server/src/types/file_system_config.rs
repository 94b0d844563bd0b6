use farrier_runtime::codec;
use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Pattern, Reader, Structure, Writer,
};

/// A file system on EFS, and where a function sees it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FileSystemConfig {
    /// ARN of the EFS access point to go through.
    ///
    /// At most 200 characters.
    pub arn: String,
    /// The directory to mount it on: `/mnt/` and one more name.
    ///
    /// At most 160 characters.
    pub local_mount_path: String,
}

impl FileSystemConfig {
    /// One with all that it needs.
    pub fn new(arn: impl Into<String>, local_mount_path: impl Into<String>) -> Self {
        Self {
            arn: arn.into(),
            local_mount_path: local_mount_path.into(),
        }
    }
}

static FILE_SYSTEM_CONFIG: Structure = Structure::new(
    "FileSystemConfig",
    &[
        Member::new("Arn")
            .required()
            .length(0, 200)
            .pattern(&FILE_SYSTEM_CONFIG_PATTERN_1),
        Member::new("LocalMountPath")
            .required()
            .length(0, 160)
            .pattern(&FILE_SYSTEM_CONFIG_PATTERN_2),
    ],
);

static FILE_SYSTEM_CONFIG_PATTERN_1: Pattern = Pattern::new(
    "^arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$",
    "^arn:aws[a-zA-Z\\-]*:elasticfilesystem:[a-z]{2}(?:(?:\\-gov)|(?:\\-iso(?:b?)))?\\-[a-z]+\\-[0-9]{1}:[0-9]{12}:access\\-point/fsap\\-[a-f0-9]{17}$",
);

static FILE_SYSTEM_CONFIG_PATTERN_2: Pattern = Pattern::new(
    "^/mnt/[a-zA-Z0-9-_.]+$",
    "^/mnt/[a-zA-Z0-9\\-_\\.]+$",
);

impl Encode for FileSystemConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FILE_SYSTEM_CONFIG);
        members.member(0, &self.arn);
        members.member(1, &self.local_mount_path);
        members.end();
    }
}

impl Decode for FileSystemConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&FILE_SYSTEM_CONFIG)?;
        let mut arn = None;
        let mut local_mount_path = None;
        while let Some(member) = members.next()? {
            match member {
                0 => arn = members.value()?,
                1 => local_mount_path = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            arn: codec::required(arn)?,
            local_mount_path: codec::required(local_mount_path)?,
        })
    }
}
