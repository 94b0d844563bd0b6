use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Nested`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Nested {
    /// `nested`.
    pub nested: Vec<Nested>,
    /// `name`.
    pub name: String,
}

impl Nested {
    /// One with all that it needs.
    pub fn new(
        nested: impl IntoIterator<Item = Nested>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            nested: nested.into_iter().collect(),
            name: name.into(),
        }
    }
}

static NESTED: Structure = Structure::new(
    "Nested",
    &[Member::new("nested"), Member::new("name")],
);

impl Encode for Nested {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&NESTED);
        members.member(0, &self.nested);
        members.member(1, &self.name);
        members.end();
    }
}
