use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Says why a function's tags are missing from an answer.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TagsError {
    /// The error's name, which ends in `Exception`.
    pub error_code: String,
    /// The error in words.
    pub message: String,
}

impl TagsError {
    /// One with all that it needs.
    pub fn new(error_code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            error_code: error_code.into(),
            message: message.into(),
        }
    }
}

static TAGS_ERROR: Structure = Structure::new(
    "TagsError",
    &[Member::new("ErrorCode"), Member::new("Message")],
);

impl Encode for TagsError {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&TAGS_ERROR);
        members.member(0, &self.error_code);
        members.member(1, &self.message);
        members.end();
    }
}
