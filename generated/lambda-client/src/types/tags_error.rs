use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

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

impl Decode for TagsError {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&TAGS_ERROR)?;
        let mut error_code = None;
        let mut message = None;
        while let Some(member) = members.next()? {
            match member {
                0 => error_code = members.value()?,
                1 => message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            error_code: error_code.unwrap_or_else(Correct::corrected),
            message: message.unwrap_or_else(Correct::corrected),
        })
    }
}
