use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// How an image is started, in place of what its Dockerfile says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ImageConfig {
    /// The program and its first arguments: the Dockerfile's `ENTRYPOINT`.
    ///
    /// At most 1500 items.
    pub entry_point: Option<Vec<String>>,
    /// Further arguments: the Dockerfile's `CMD`.
    ///
    /// At most 1500 items.
    pub command: Option<Vec<String>>,
    /// The directory to start in: the Dockerfile's `WORKDIR`.
    ///
    /// At most 1000 characters.
    pub working_directory: Option<String>,
}

impl ImageConfig {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`entry_point`](Self::entry_point).
    #[must_use]
    pub fn with_entry_point(
        mut self,
        entry_point: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.entry_point = Some(entry_point.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`command`](Self::command).
    #[must_use]
    pub fn with_command(
        mut self,
        command: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.command = Some(command.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`working_directory`](Self::working_directory).
    #[must_use]
    pub fn with_working_directory(
        mut self,
        working_directory: impl Into<String>,
    ) -> Self {
        self.working_directory = Some(working_directory.into());
        self
    }
}

static IMAGE_CONFIG: Structure = Structure::new(
    "ImageConfig",
    &[
        Member::new("EntryPoint").length(0, 1500),
        Member::new("Command").length(0, 1500),
        Member::new("WorkingDirectory").length(0, 1000),
    ],
);

impl Encode for ImageConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&IMAGE_CONFIG);
        members.optional(0, &self.entry_point);
        members.optional(1, &self.command);
        members.optional(2, &self.working_directory);
        members.end();
    }
}

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
