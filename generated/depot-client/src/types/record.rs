use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Record`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Record {
    /// `name`.
    pub name: String,
    /// `value`.
    pub value: Option<f64>,
}

impl Record {
    /// One with what is required, and nothing else.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: None,
        }
    }

    /// Sets [`value`](Self::value).
    #[must_use]
    pub fn with_value(mut self, value: f64) -> Self {
        self.value = Some(value);
        self
    }
}

static RECORD: Structure = Structure::new(
    "Record",
    &[Member::new("name"), Member::new("value")],
);

impl Encode for Record {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&RECORD);
        members.member(0, &self.name);
        members.optional(1, &self.value);
        members.end();
    }
}
