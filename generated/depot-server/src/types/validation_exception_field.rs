use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `ValidationExceptionField`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ValidationExceptionField {
    /// `path`.
    pub path: String,
    /// `message`.
    pub message: String,
}

impl ValidationExceptionField {
    /// One with all that it needs.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

static VALIDATION_EXCEPTION_FIELD: Structure = Structure::new(
    "ValidationExceptionField",
    &[Member::new("path"), Member::new("message")],
);

impl Encode for ValidationExceptionField {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VALIDATION_EXCEPTION_FIELD);
        members.member(0, &self.path);
        members.member(1, &self.message);
        members.end();
    }
}
