use farrier_runtime::codec::{Encode, Member, Structure, Writer};

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

impl Encode for FileSystemConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FILE_SYSTEM_CONFIG);
        members.member(0, &self.arn);
        members.member(1, &self.local_mount_path);
        members.end();
    }
}
