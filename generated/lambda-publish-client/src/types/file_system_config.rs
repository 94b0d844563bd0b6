use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// A file system on EFS, and where a function sees it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FileSystemConfig {
    /// ARN of the EFS access point to go through.
    pub arn: String,
    /// The directory to mount it on: `/mnt/` and one more name.
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
    &[Member::new("Arn"), Member::new("LocalMountPath")],
);

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
            arn: arn.unwrap_or_else(Correct::corrected),
            local_mount_path: local_mount_path.unwrap_or_else(Correct::corrected),
        })
    }
}
