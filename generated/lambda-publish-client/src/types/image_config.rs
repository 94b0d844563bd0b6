use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// How an image is started, in place of what its Dockerfile says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImageConfig {
    /// The program and its first arguments: the Dockerfile's `ENTRYPOINT`.
    pub entry_point: Option<Vec<String>>,
    /// Further arguments: the Dockerfile's `CMD`.
    pub command: Option<Vec<String>>,
    /// The directory to start in: the Dockerfile's `WORKDIR`.
    pub working_directory: Option<String>,
}

static IMAGE_CONFIG: Structure = Structure::new(
    "ImageConfig",
    &[Member::new("EntryPoint"), Member::new("Command"), Member::new("WorkingDirectory")],
);

impl Decode for ImageConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&IMAGE_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.entry_point = members.value()?,
                1 => value.command = members.value()?,
                2 => value.working_directory = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
