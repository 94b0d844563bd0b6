use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Part`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Part {
    /// `name`.
    pub name: Option<String>,
}

impl Part {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

static PART: Structure = Structure::new("Part", &[Member::new("name")]);

impl Encode for Part {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PART);
        members.optional(0, &self.name);
        members.end();
    }
}
